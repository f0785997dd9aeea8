using System.Runtime.InteropServices;

namespace SummitBot.Bot.Connector.Rates;

/// <summary>
/// Delays sends so that no conversation exceeds the rate limits of Teams. Sends of one conversation keep their order.
/// </summary>
public sealed class ConversationRates(TimeProvider time)
{
    /// <summary>
    /// What one bot may send to one conversation (Teams, "Rate limiting for bots"): the number of sends in any window
    /// of the given length.
    /// </summary>
    public static readonly IReadOnlyList<(int Sends, TimeSpan Length)> Windows =
    [
        (7, TimeSpan.FromSeconds(1)),
        (8, TimeSpan.FromSeconds(2)),
        (60, TimeSpan.FromSeconds(30)),
        (1_800, TimeSpan.FromHours(1)),
    ];

    /// <summary>A send that would have to wait longer fails: nobody waits for such a late answer.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(1);

    private static readonly int MaxSends = Windows.Max(w => w.Sends);
    private static readonly TimeSpan MaxWindow = Windows.Max(w => w.Length);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Conversation> _conversations = new(StringComparer.Ordinal);
    private DateTimeOffset _sweepAt;

    /// <summary>Number of remembered conversations; those silent for an hour are forgotten.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _conversations.Count;
            }
        }
    }

    /// <summary>Waits until the conversation may get one more send.</summary>
    /// <returns>False when it would take longer than <see cref="MaxWait"/>.</returns>
    public async Task<bool> WaitAsync(string conversationId, CancellationToken cancellationToken)
    {
        DateTimeOffset latest = time.GetUtcNow() + MaxWait;
        Conversation conversation;
        Slot slot;
        lock (_lock)
        {
            Sweep(time.GetUtcNow());
            conversation = CollectionsMarshal.GetValueRefOrAddDefault(_conversations, conversationId, out _) ??= new();
            slot = conversation.Reserve(time.GetUtcNow());
        }

        bool isTaken = false;
        try
        {
            // The channel may ask us to wait while a send is already waiting; this moves its slot.
            while (ReadSlot() is var at && at <= latest)
            {
                TimeSpan delay = at - time.GetUtcNow();
                if (delay <= TimeSpan.Zero)
                {
                    return isTaken = true;
                }

                await Task.Delay(delay, time, cancellationToken);
            }

            return false;
        }
        finally
        {
            if (!isTaken)
            {
                lock (_lock)
                {
                    conversation.Release(slot);
                }
            }
        }

        DateTimeOffset ReadSlot()
        {
            lock (_lock)
            {
                return slot.At;
            }
        }
    }

    /// <summary>Delays all sends of the conversation, as the channel asked.</summary>
    public void Pause(string conversationId, TimeSpan wait)
    {
        lock (_lock)
        {
            if (_conversations.TryGetValue(conversationId, out Conversation? conversation))
            {
                DateTimeOffset now = time.GetUtcNow();
                conversation.Pause(now, now + wait);
            }
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        if (now < _sweepAt)
        {
            return;
        }

        _sweepAt = now + TimeSpan.FromMinutes(1);
        foreach ((string id, Conversation conversation) in _conversations)
        {
            if (conversation.IsSilentSince(now - MaxWindow))
            {
                _conversations.Remove(id);
            }
        }
    }

    /// <summary>The moment at which one send leaves.</summary>
    private sealed class Slot(DateTimeOffset at)
    {
        public DateTimeOffset At { get; set; } = at;
    }

    /// <summary>The slots of one conversation, the earliest first.</summary>
    private sealed class Conversation
    {
        private readonly List<Slot> _slots = [];
        private DateTimeOffset _heldBackUntil;

        /// <summary>
        /// The first moment at which one more send exceeds no window's limit; never before a send that already waits.
        /// </summary>
        public Slot Reserve(DateTimeOffset now)
        {
            DateTimeOffset at = Max(now, _heldBackUntil);
            at = _slots.Count > 0 ? Max(at, _slots[^1].At) : at;
            foreach ((int sends, TimeSpan length) in Windows)
            {
                at = _slots.Count >= sends ? Max(at, _slots[^sends].At + length) : at;
            }

            var slot = new Slot(at);
            _slots.Add(slot);
            if (_slots.Count >= 2 * MaxSends)
            {
                _slots.RemoveRange(0, _slots.Count - MaxSends);
            }

            return slot;
        }

        /// <summary>Cancels a send.</summary>
        public void Release(Slot slot) => _slots.Remove(slot);

        /// <summary>Delays all waiting sends; their order and the intervals between them stay.</summary>
        public void Pause(DateTimeOffset now, DateTimeOffset until)
        {
            _heldBackUntil = Max(_heldBackUntil, until);
            int first = _slots.FindIndex(s => s.At > now);
            TimeSpan shift = first < 0 ? TimeSpan.Zero : _heldBackUntil - _slots[first].At;
            if (shift > TimeSpan.Zero)
            {
                _slots[first..].ForEach(s => s.At += shift);
            }
        }

        public bool IsSilentSince(DateTimeOffset moment) => _slots.Count == 0 || _slots[^1].At < moment;

        private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
    }
}
