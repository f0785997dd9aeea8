using System.Net;
using System.Net.Http.Headers;

namespace SummitBot.Bot.Authentication.BotTokens;

/// <summary>
/// Shows the bot's token to service URLs that may have it. A channel that rejects the token gets another one, once.
/// </summary>
public sealed class BotTokenHandler(BotTokenCache tokens, ServiceUrlPolicy serviceUrls) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (
            !serviceUrls.MayHaveToken(request.RequestUri?.GetLeftPart(UriPartial.Path))
            || await tokens.GetAsync(cancellationToken) is not { } token
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
        return await SendWithAsync(await tokens.RenewAsync(token, cancellationToken) ?? token);

        Task<HttpResponseMessage> SendWithAsync(BotToken shown)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", shown.Value);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
