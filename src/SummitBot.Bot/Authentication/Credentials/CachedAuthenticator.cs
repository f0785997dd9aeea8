using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Logging;
using SummitBot.Bot.Connector.Sending;

namespace SummitBot.Bot.Authentication.Credentials;

/// <summary>
/// Caches a token until five minutes before it expires. Concurrent calls that need a new one share one request. While
/// the authority is down, the present token is used until it expires.
/// </summary>
internal sealed partial class CachedAuthenticator(
    IAuthenticator source,
    TimeProvider time,
    ILogger<CachedAuthenticator> logger
) : IAuthenticator
{
    /// <summary>A token is not used in its last minutes: clocks differ, and requests take time.</summary>
    public static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private AuthenticatorResult? _token;
    private Task<AuthenticatorResult>? _fetch;

    /// <param name="forceRefresh">Fetches a new token because the present one was rejected.</param>
    /// <exception cref="BotTokenException">There is no token and none can be fetched.</exception>
    public async Task<AuthenticatorResult> GetTokenAsync(bool forceRefresh = false)
    {
        AuthenticatorResult? present;
        Task<AuthenticatorResult> fetch;
        lock (_lock)
        {
            present = forceRefresh ? null : _token;
            if (present is not null && time.GetUtcNow() < present.ExpiresOn - RenewBefore)
            {
                return present;
            }

            // Independent of any single call: when one stops waiting, the others still get the token.
            fetch = _fetch ??= Task.Run(FetchAsync);
        }

        try
        {
            return await fetch;
        }
        catch (BotTokenException exception) when (present is not null && time.GetUtcNow() < present.ExpiresOn)
        {
            LogNotRenewed(exception);
            return present;
        }
    }

    private async Task<AuthenticatorResult> FetchAsync()
    {
        try
        {
            AuthenticatorResult token = await source.GetTokenAsync();
            lock (_lock)
            {
                _token = token;
            }

            return token;
        }
        finally
        {
            lock (_lock)
            {
                _fetch = null;
            }
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The bot's token could not be renewed; the present one is used until it ends."
    )]
    private partial void LogNotRenewed(Exception exception);
}
