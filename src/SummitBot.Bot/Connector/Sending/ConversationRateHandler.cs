using System.Net;
using SummitBot.Bot.Connector.Rates;

namespace SummitBot.Bot.Connector.Sending;

/// <summary>Holds every send back, repeated ones too, until its conversation may get one more.</summary>
public sealed class ConversationRateHandler(ConversationRates rates) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (
            ConnectorCall.Of(request) is { } call
            && !await rates.WaitAsync($"{request.RequestUri?.Authority} {call.ConversationId}", cancellationToken)
        )
        {
            // What the channel would say; the time to wait is so long that the request is not repeated.
            var refused = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { RequestMessage = request };
            refused.Headers.RetryAfter = new(ConversationRates.LongestWait);
            return refused;
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
