using System.Net.Http.Json;

namespace SummitBot.Bot.Authentication.BotTokens;

/// <summary>
/// Tokens for app id and client secret (OAuth 2.0 client credentials, RFC 6749 section 4.4). A client of our own, because
/// MSAL refuses an authority on http, and tests have theirs on this machine.
/// </summary>
public sealed class ClientSecretTokens(
    IHttpClientFactory clients,
    BotTokenAuthority authority,
    string appId,
    string secret,
    TimeProvider time
) : IBotTokenSource
{
    /// <summary>The name of the <see cref="HttpClient"/> that asks for tokens.</summary>
    public const string ClientName = "SummitBot.Login";

    public async Task<BotToken> FetchAsync(CancellationToken cancellationToken)
    {
        if (!WebAddress.IsSecureOrLoopback(authority.LoginUrl.AbsoluteUri))
        {
            throw new BotTokenException("The secret is sent to https addresses only: correct SummitBot:Bot:LoginUrl.");
        }

        // Counted from before the request: the token's lifetime begins when the authority makes it.
        DateTimeOffset asked = time.GetUtcNow();
        using HttpClient client = clients.CreateClient(ClientName);
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = appId,
                ["client_secret"] = secret,
                ["scope"] = authority.Scope,
            }
        );
        try
        {
            using HttpResponseMessage response = await client.PostAsync(authority.TokenUrl, form, cancellationToken);
            return await ReadAsync(response, asked, cancellationToken);
        }
        catch (Exception exception) when (IsTransportTrouble(exception, cancellationToken))
        {
            throw new BotTokenException("The login authority at SummitBot:Bot:LoginUrl gave no token.", exception);
        }
    }

    private static bool IsTransportTrouble(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or System.Text.Json.JsonException or Polly.ExecutionRejectedException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static async Task<BotToken> ReadAsync(
        HttpResponseMessage response,
        DateTimeOffset asked,
        CancellationToken cancellationToken
    )
    {
        TokenAnswer? answer = response.Content.Headers.ContentType?.MediaType is "application/json"
            ? await response.Content.ReadFromJsonAsync(TokenJson.Default.TokenAnswer, cancellationToken)
            : null;
        if (response.IsSuccessStatusCode && answer is { AccessToken: { Length: > 0 } token, ExpiresIn: > 0 })
        {
            return new BotToken(token, asked + TimeSpan.FromSeconds(answer.ExpiresIn));
        }

        // Of the answer only the code: its description may quote what was sent.
        throw new BotTokenException(
            $"The login authority gave no token ({(int)response.StatusCode}, {CodeOf(answer)}): check "
                + "SummitBot:Bot:AppId, AppPassword, AppType and TenantId."
        );
    }

    private static string CodeOf(TokenAnswer? answer) =>
        answer?.Error is { Length: > 0 and <= 64 } code
        && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            ? code
            : "no reason given";
}
