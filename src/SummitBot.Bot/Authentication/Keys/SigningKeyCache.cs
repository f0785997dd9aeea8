using Microsoft.Extensions.Logging;

namespace SummitBot.Bot.Authentication.Keys;

/// <summary>
/// An authority's keys, fetched when first needed, then once a day, and when a token names an unknown key. Concurrent
/// requests share one fetch. While the authority is down, the last keys stay in use.
/// </summary>
public sealed partial class SigningKeyCache(
    string metadataUrl,
    Func<string, CancellationToken, Task<SigningKeySet>> read,
    TimeProvider time,
    ILogger<SigningKeyCache> logger
)
{
    /// <summary>Keys older than this are fetched again; the old ones are used until the new ones arrive.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>
    /// Minimum time between two fetches for unknown key ids: anybody can invent such ids, and must not make us call the
    /// authority for each. Authorities publish a key long before they sign with it, so a minute delays nobody.
    /// </summary>
    public static readonly TimeSpan BetweenUnknownKeys = TimeSpan.FromMinutes(1);

    /// <summary>Waiting time after a failed fetch.</summary>
    public static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private SigningKeySet? _keys;
    private Task<SigningKeySet?>? _fetch;
    private DateTimeOffset _staleAt;
    private DateTimeOffset _retryAt;
    private DateTimeOffset _nextUnknownKeyAt;

    /// <summary>The key with the id and its set; null when the authority has no such key.</summary>
    /// <exception cref="SigningKeysUnavailableException">The keys have never been fetched successfully.</exception>
    public async ValueTask<(SigningKey Key, SigningKeySet Set)?> FindAsync(
        string keyId,
        CancellationToken cancellationToken
    )
    {
        SigningKeySet keys = await GetAsync(cancellationToken);
        if (keys.Find(keyId) is { } known)
        {
            return (known, keys);
        }

        SigningKeySet newer = await GetNewerAsync(keys, cancellationToken);
        return newer.Find(keyId) is { } key ? (key, newer) : null;
    }

    private async ValueTask<SigningKeySet> GetAsync(CancellationToken cancellationToken)
    {
        Task<SigningKeySet?> fetch;
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            if (_keys is { } known)
            {
                if (now >= _staleAt && now >= _retryAt)
                {
                    _ = StartOrJoin();
                }

                return known;
            }

            if (_fetch is null && now < _retryAt)
            {
                throw new SigningKeysUnavailableException($"{metadataUrl} was down a moment ago.");
            }

            fetch = StartOrJoin();
        }

        return await fetch.WaitAsync(cancellationToken)
            ?? throw new SigningKeysUnavailableException($"{metadataUrl} cannot be read.");
    }

    /// <summary>
    /// For a token whose key is not in <paramref name="seen"/>: the current keys, fetched again unless that was done
    /// recently. Returns the same set when there is nothing newer.
    /// </summary>
    private async ValueTask<SigningKeySet> GetNewerAsync(SigningKeySet seen, CancellationToken cancellationToken)
    {
        Task<SigningKeySet?> fetch;
        lock (_lock)
        {
            if (_keys is { } newer && !ReferenceEquals(newer, seen))
            {
                return newer;
            }

            DateTimeOffset now = time.GetUtcNow();
            if (_fetch is null)
            {
                if (now < _nextUnknownKeyAt || now < _retryAt)
                {
                    return seen;
                }

                _nextUnknownKeyAt = now + BetweenUnknownKeys;
            }

            fetch = StartOrJoin();
        }

        return await fetch.WaitAsync(cancellationToken) ?? seen;
    }

    /// <summary>
    /// Called under the lock. The fetch is independent of any single request: when one stops waiting, the others still
    /// get the keys.
    /// </summary>
    private Task<SigningKeySet?> StartOrJoin() =>
        _fetch ??= Task.Run(() => FetchAsync(CancellationToken.None), CancellationToken.None);

    /// <returns>Null when the fetch failed.</returns>
    private async Task<SigningKeySet?> FetchAsync(CancellationToken cancellationToken)
    {
        SigningKeySet? keys = null;
        try
        {
            keys = await read(metadataUrl, cancellationToken);
            LogFetched(metadataUrl, keys.Count);
        }
        catch (SigningKeysUnavailableException exception)
        {
            LogUnavailable(exception, metadataUrl);
        }
        finally
        {
            lock (_lock)
            {
                DateTimeOffset now = time.GetUtcNow();
                _keys = keys ?? _keys;
                _staleAt = keys is null ? _staleAt : now + Lifetime;
                _retryAt = keys is null ? now + AfterFailure : now;
                _fetch = null;
            }
        }

        return keys;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Fetched {Count} signing keys from {MetadataUrl}.")]
    private partial void LogFetched(string metadataUrl, int count);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The signing keys at {MetadataUrl} cannot be fetched; those fetched before, if any, stay in use."
    )]
    private partial void LogUnavailable(Exception exception, string metadataUrl);
}

/// <summary>
/// An authority's keys are unavailable, so no token can be checked. The message is for operators only.
/// </summary>
public sealed class SigningKeysUnavailableException(string message, Exception? inner = null)
    : Exception(message, inner);
