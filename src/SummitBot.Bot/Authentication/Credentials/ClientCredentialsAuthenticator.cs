using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Bot.Connector.Authentication;
using SummitBot.Bot.Connector.Sending;
using SummitBot.Bot.Settings;

namespace SummitBot.Bot.Authentication.Credentials;

/// <summary>
/// Fetches a new token at every call, for the app id and a client secret (OAuth 2.0 client credentials, RFC 6749
/// section 4.4) or a federated token (RFC 7523 section 2.2), whose file is read each time because it changes.
/// </summary>
internal sealed class ClientCredentialsAuthenticator(
    IHttpClientFactory clients,
    BotCloud cloud,
    BotOptions bot,
    string audience,
    TimeProvider time
) : IAuthenticator
{
    /// <summary>The name of the <see cref="HttpClient"/> that asks for tokens.</summary>
    public const string ClientName = "SummitBot.Login";

    private const string JwtAssertion = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <exception cref="BotTokenException">The authority refused, or cannot be reached.</exception>
    public async Task<AuthenticatorResult> GetTokenAsync(bool forceRefresh = false)
    {
        // Measured before the request: the token's lifetime starts when the authority creates it.
        DateTimeOffset asked = time.GetUtcNow();
        using HttpClient client = clients.CreateClient(ClientName);
        try
        {
            using var form = new FormUrlEncodedContent(await CreateFormAsync());
            using HttpResponseMessage response = await client.PostAsync(cloud.TokenUrl, form, CancellationToken.None);
            return await ReadAsync(response, asked);
        }
        catch (Exception exception)
            when (exception
                    is HttpRequestException
                        or OperationCanceledException
                        or JsonException
                        or IOException
                        or UnauthorizedAccessException
                        or Polly.ExecutionRejectedException
            )
        {
            throw new BotTokenException("The login authority at SummitBot:Bot:LoginUrl gave no token.", exception);
        }
    }

    private async Task<Dictionary<string, string>> CreateFormAsync()
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = bot.AppId,
            ["scope"] = $"{audience}/.default",
        };
        if (bot.FederatedTokenFile.Length > 0)
        {
            form["client_assertion_type"] = JwtAssertion;
            form["client_assertion"] = (await File.ReadAllTextAsync(bot.FederatedTokenFile)).Trim();
        }
        else
        {
            form["client_secret"] = bot.AppPassword;
        }

        return form;
    }

    private static async Task<AuthenticatorResult> ReadAsync(HttpResponseMessage response, DateTimeOffset asked)
    {
        TokenResponseBody? body = response.Content.Headers.ContentType?.MediaType is "application/json"
            ? await response.Content.ReadFromJsonAsync(TokenResponseJson.Default.TokenResponseBody)
            : null;
        if (response.IsSuccessStatusCode && body is { AccessToken: { Length: > 0 } token, ExpiresIn: > 0 })
        {
            return new AuthenticatorResult
            {
                AccessToken = token,
                ExpiresOn = asked + TimeSpan.FromSeconds(body.ExpiresIn),
            };
        }

        // Only the code of the response: its description may quote what was sent.
        throw new BotTokenException(
            $"The login authority gave no token ({(int)response.StatusCode}, {ReadCode(body)}): check "
                + "SummitBot:Bot:AppId, AppPassword or FederatedTokenFile, AppType and TenantId."
        );
    }

    private static string ReadCode(TokenResponseBody? body) =>
        body?.Error is { Length: > 0 and <= 64 } code && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            ? code
            : "no reason given";
}
