using SummitBot.Bot.Hosting;
using SummitBot.Web.Corpus;

namespace SummitBot.Web.Admin;

/// <summary>
/// Limits attempts to guess the operators' key: after ten wrong keys in a minute, an address is refused with any key
/// until that minute is over. Thread-safe.
/// </summary>
public sealed partial class FailedKeyAttempts(TimeProvider time, ILogger<FailedKeyAttempts> logger)
{
    public const int MaxInAMinute = 10;

    /// <summary>
    /// Maximum number of addresses; further ones share one count, so that many addresses give no advantage.
    /// </summary>
    public const int MaxAddresses = 10_000;

    private const string AllOthers = "others";

    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Count> _counts = new(StringComparer.Ordinal);

    /// <summary>How long the caller's address is still refused; zero when it is not refused.</summary>
    public TimeSpan GetWait(HttpContext http)
    {
        lock (_lock)
        {
            return
                _counts.GetValueOrDefault(GetKey(http)) is { Wrong: >= MaxInAMinute } count
                && count.Until > time.GetUtcNow()
                ? count.Until - time.GetUtcNow()
                : TimeSpan.Zero;
        }
    }

    /// <summary>The refusal of a caller whose address is still refused; null when it is not.</summary>
    /// <param name="what">Of what there were too many.</param>
    public IResult? FindRefusal(HttpContext http, string what = "keys")
    {
        ArgumentNullException.ThrowIfNull(http);
        if (GetWait(http) is not { Ticks: > 0 } wait)
        {
            return null;
        }

        RetryAfter.Set(http.Response, wait);
        return TypedResults.Problem(
            $"Too many wrong {what} came from your address: wait as long as Retry-After says, and try again.",
            statusCode: StatusCodes.Status429TooManyRequests
        );
    }

    /// <summary>Counts a wrong key of the caller's address; logs the one after which it is refused.</summary>
    public void Note(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        lock (_lock)
        {
            string address = GetKey(http);
            Count count = _counts.GetValueOrDefault(address);
            count =
                count.Until > time.GetUtcNow()
                    ? count with
                    {
                        Wrong = count.Wrong + 1,
                    }
                    : new Count(1, time.GetUtcNow() + Span);
            _counts[address] = count;
            if (count.Wrong == MaxInAMinute)
            {
                LogRefused(logger, http.Connection.RemoteIpAddress?.ToString(), MaxInAMinute);
            }
        }
    }

    private string GetKey(HttpContext http)
    {
        string address = NetworkAddress.From(http);
        if (_counts.Count >= MaxAddresses && !_counts.ContainsKey(address))
        {
            DateTimeOffset now = time.GetUtcNow();
            foreach ((string known, Count count) in _counts)
            {
                if (count.Until <= now)
                {
                    _counts.Remove(known);
                }
            }
        }

        return _counts.Count < MaxAddresses || _counts.ContainsKey(address) ? address : AllOthers;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Address} showed {Wrong} wrong keys in a minute and is refused until it is over"
    )]
    private static partial void LogRefused(ILogger logger, string? address, int wrong);

    private readonly record struct Count(int Wrong, DateTimeOffset Until);
}
