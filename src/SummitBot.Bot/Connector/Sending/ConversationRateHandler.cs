using System.Net;
using SummitBot.Bot.Connector.Rates;

namespace SummitBot.Bot.Connector.Sending;

/// <summary>
/// Holds every send back, repeated ones too, until its conversation may get one more. A channel that answers 429 with
/// <c>Retry-After</c> holds back all that follows in the conversation.
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
            // What the channel would say; the time to wait is so long that the request is not repeated.
            var refused = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { RequestMessage = request };
            refused.Headers.RetryAfter = new(ConversationRates.LongestWait);
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
