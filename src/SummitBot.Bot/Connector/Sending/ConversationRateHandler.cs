using System.Net;
using SummitBot.Bot.Connector.Rates;

namespace SummitBot.Bot.Connector.Sending;

/// <summary>
/// Delays every send, including retries, until the conversation's rate limit allows it. When a channel answers 429 with
/// <c>Retry-After</c>, everything that follows in the conversation waits.
/// </summary>
internal sealed class ConversationRateHandler(ConversationRates rates, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ConnectorCall.From(request) is not { ConversationId.Length: > 0 } call)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        string conversation = $"{request.RequestUri?.Authority} {call.ConversationId}";
        if (!await rates.WaitAsync(conversation, cancellationToken))
        {
            // The answer that the channel would give, with a wait so long that the request is not retried.
            var refused = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { RequestMessage = request };
            refused.Headers.RetryAfter = new(ConversationRates.MaxWait);
            return refused;
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (
            response.StatusCode == HttpStatusCode.TooManyRequests
            && ConnectorRetryPolicy.ReadRetryAfter(response, time) is { } wait
        )
        {
            rates.Pause(conversation, wait);
        }

        return response;
    }
}
