using System.Net;
using System.Net.Http.Headers;
using SummitBot.Bot.Connector.Sending;
using SummitBot.Bot.Settings;

namespace SummitBot.Bot.Authentication.Credentials;

/// <summary>
/// Adds the bot's token to requests for service URLs that may receive it. When a channel rejects the token, a new one
/// is sent once.
/// </summary>
internal sealed class BotTokenHandler(BotTokens tokens, ServiceUrlPolicy serviceUrls) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (
            ConnectorCall.From(request) is not { } call
            || !serviceUrls.MayHaveToken(request.RequestUri?.GetLeftPart(UriPartial.Path))
            || await tokens.GetAsync(call.Audience, cancellationToken) is not { } token
        )
        {
            return await base.SendAsync(request, cancellationToken);
        }

        HttpResponseMessage response = await SendWithAsync(token);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        response.Dispose();
        return await SendWithAsync(await tokens.RenewAsync(call.Audience, token, cancellationToken));

        Task<HttpResponseMessage> SendWithAsync(string shown)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", shown);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
