using System.Runtime.InteropServices;

namespace SummitBot.Bot.Connector.Rates;

/// <summary>
/// Holds sends back so that no conversation gets more than Teams takes. Sends of one conversation leave in the order in
/// which they asked.
/// </summary>
public sealed class ConversationRates(TimeProvider time)
{
    /// <summary>What one bot may send to one conversation (Teams, "Rate limiting for bots").</summary>
    public static readonly IReadOnlyList<RateWindow> Windows =
    [
        new(7, TimeSpan.FromSeconds(1)),
        new(8, TimeSpan.FromSeconds(2)),
        new(60, TimeSpan.FromSeconds(30)),
        new(1_800, TimeSpan.FromHours(1)),
    ];

    /// <summary>A send that would have to wait longer is not made: nobody waits for an answer any more.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private static readonly int MostSends = Windows.Max(w => w.Sends);
    private static readonly TimeSpan LongestWindow = Windows.Max(w => w.Length);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _sends = new(StringComparer.Ordinal);
    private DateTimeOffset _sweepAt;

    /// <summary>How many conversations are remembered; those silent for an hour are forgotten.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _sends.Count;
            }
        }
    }

    /// <summary>Waits for the conversation's turn.</summary>
    /// <returns>False when it would take longer than <see cref="LongestWait"/>.</returns>
    public async Task<bool> WaitAsync(string conversationId, CancellationToken cancellationToken)
    {
        TimeSpan delay;
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            Sweep(now);
            List<DateTimeOffset> sends = CollectionsMarshal.GetValueRefOrAddDefault(
                _sends,
                conversationId,
                out _
            ) ??= [];
            DateTimeOffset at = FirstFree(sends, now);
            delay = at - now;
            if (delay > LongestWait)
            {
                return false;
            }

            sends.Add(at);
            if (sends.Count >= 2 * MostSends)
            {
                sends.RemoveRange(0, sends.Count - MostSends);
            }
        }

        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, time, cancellationToken);
        }

        return true;
    }

    /// <summary>The first moment at which one more send is in no window too many; never before a send that waits already.</summary>
    private static DateTimeOffset FirstFree(List<DateTimeOffset> sends, DateTimeOffset now)
    {
        DateTimeOffset at = sends.Count > 0 && sends[^1] > now ? sends[^1] : now;
        foreach (RateWindow window in Windows)
        {
            if (sends.Count >= window.Sends && sends[^window.Sends] + window.Length is var free && free > at)
            {
                at = free;
            }
        }

        return at;
    }

    private void Sweep(DateTimeOffset now)
    {
        if (now < _sweepAt)
        {
            return;
        }

        _sweepAt = now + TimeSpan.FromMinutes(1);
        foreach ((string conversation, List<DateTimeOffset> sends) in _sends)
        {
            if (sends.Count == 0 || sends[^1] + LongestWindow < now)
            {
                _sends.Remove(conversation);
            }
        }
    }
}
