using System.Collections.Concurrent;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Options;
using SummitBot.Bot.Connector.Sending;
using SummitBot.Bot.Settings;

namespace SummitBot.Bot.Authentication.Credentials;

/// <summary>
/// The bot's own tokens by audience. The credentials objects are kept because they cache their tokens.
/// </summary>
internal sealed class BotTokens(ServiceClientCredentialsFactory factory, IOptions<BotOptions> options)
{
    private readonly ConcurrentDictionary<string, Task<AppCredentials>> _credentials = new(StringComparer.Ordinal);

    /// <summary>Null when the bot has no app id and therefore no token.</summary>
    /// <exception cref="BotTokenException">No token is available.</exception>
    public async Task<string?> GetAsync(string audience, CancellationToken cancellationToken) =>
        options.Value.AppId.Length == 0 ? null : await GetAsync(audience, forceRefresh: false, cancellationToken);

    /// <summary>Replaces a token that a channel rejected, unless another call has already done so.</summary>
    /// <exception cref="BotTokenException">No token is available.</exception>
    public async Task<string> RenewAsync(string audience, string rejected, CancellationToken cancellationToken)
    {
        string present = await GetAsync(audience, forceRefresh: false, cancellationToken);
        return present == rejected ? await GetAsync(audience, forceRefresh: true, cancellationToken) : present;
    }

    private async Task<string> GetAsync(string audience, bool forceRefresh, CancellationToken cancellationToken)
    {
        try
        {
            AppCredentials credentials = await _credentials.GetOrAdd(audience, CreateAsync);
            return await credentials.GetTokenAsync(forceRefresh).WaitAsync(cancellationToken) is { Length: > 0 } token
                ? token
                : throw new BotTokenException("The bot's credentials gave an empty token.");
        }
        // The SDK's credentials throw exceptions of several libraries, which all mean the same to callers.
        catch (Exception exception) when (exception is not (BotTokenException or OperationCanceledException))
        {
            throw new BotTokenException("There is no token for the bot's identity.", exception);
        }
    }

    private async Task<AppCredentials> CreateAsync(string audience)
    {
        BotOptions bot = options.Value;
        return (AppCredentials)
            await factory.CreateCredentialsAsync(
                bot.AppId,
                audience,
                BotCloud.From(bot).LoginEndpoint,
                validateAuthority: true,
                CancellationToken.None
            );
    }
}
