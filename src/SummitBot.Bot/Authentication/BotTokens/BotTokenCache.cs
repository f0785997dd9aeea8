using Microsoft.Extensions.Logging;

namespace SummitBot.Bot.Authentication.BotTokens;

/// <summary>
/// Keeps the bot's token until five minutes before it ends. Calls that need a new one at the same time share one request;
/// while the authority is down the present token is used as long as it lasts.
/// </summary>
/// <param name="source">Null: the bot has no credentials.</param>
public sealed partial class BotTokenCache(IBotTokenSource? source, TimeProvider time, ILogger<BotTokenCache> logger)
{
    /// <summary>A token is not used in the last minutes of its life: clocks differ, and requests take a while.</summary>
    public static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private BotToken? _token;
    private Task<BotToken>? _fetch;

    /// <summary>Null when the bot has no credentials.</summary>
    /// <exception cref="BotTokenException">There is no token and none to be had.</exception>
    public Task<BotToken?> GetAsync(CancellationToken cancellationToken) => GetAsync(rejected: null, cancellationToken);

    /// <summary>For a token that a channel rejected: another one, unless somebody has got it already.</summary>
    /// <exception cref="BotTokenException">There is none to be had.</exception>
    public Task<BotToken?> RenewAsync(BotToken rejected, CancellationToken cancellationToken) =>
        GetAsync(rejected, cancellationToken);

    private async Task<BotToken?> GetAsync(BotToken? rejected, CancellationToken cancellationToken)
    {
        if (source is null)
        {
            return null;
        }

        BotToken? present;
        Task<BotToken> fetch;
        lock (_lock)
        {
            present = ReferenceEquals(_token, rejected) ? null : _token;
            if (present is not null && time.GetUtcNow() < present.ExpiresAt - RenewBefore)
            {
                return present;
            }

            // Belongs to no call: one that gives up waiting does not end it for the others.
            fetch = _fetch ??= Task.Run(() => FetchAsync(source), CancellationToken.None);
        }

        try
        {
            return await fetch.WaitAsync(cancellationToken);
        }
        catch (BotTokenException exception) when (present is not null && time.GetUtcNow() < present.ExpiresAt)
        {
            LogNotRenewed(exception);
            return present;
        }
    }

    private async Task<BotToken> FetchAsync(IBotTokenSource tokens)
    {
        try
        {
            BotToken token = await tokens.FetchAsync(CancellationToken.None);
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
