using BitFaster.Caching.Lru;
using SummitBot.Hosting.Activities;

namespace SummitBot.Storage.Activities;

/// <summary>
/// The served conversations in use: enough to continue numbering while the database fails, and the activities to save
/// when it works again.
/// </summary>
internal sealed class MemoryActivities(TimeProvider time)
{
    private const int MaxConversations = 10_000;
    private const int MaxUnsaved = 500;

    private readonly Lock _lock = new();
    private readonly ClassicLru<string, State> _states = new(MaxConversations);

    /// <summary>Merges the state in the database, and adds what the database lacks.</summary>
    public LoggedConversation? Merge(string id, LoggedConversation? kept)
    {
        lock (_lock)
        {
            if (kept is null)
            {
                return _states.TryGet(id, out State? unsaved) ? unsaved.AsConversation(id) : null;
            }

            State state = _states.GetOrAdd(id, _ => new State(kept.UserId, kept.LastNumber));
            state.LastNumber = Math.Max(state.LastNumber, kept.LastNumber);
            state.IsEnded |= kept.IsEnded;
            return state.AsConversation(id);
        }
    }

    public bool TryStart(string id, string userId)
    {
        lock (_lock)
        {
            bool isNew = !_states.TryGet(id, out _);
            _states.GetOrAdd(id, _ => new State(userId, 0));
            return isNew;
        }
    }

    public LoggedActivity Append(string id, LoggedActivity activity)
    {
        lock (_lock)
        {
            // For an unknown conversation, the current time is above any number that it can have.
            State state = _states.GetOrAdd(id, _ => new State("", time.GetUtcNow().ToUnixTimeMilliseconds()));
            if (
                activity.ClientActivityId is { } clientId
                && state.Unsaved.Find(a => a.ClientActivityId == clientId) is { } duplicate
            )
            {
                return duplicate;
            }

            LoggedActivity numbered = activity with { Number = ++state.LastNumber };
            state.Unsaved.Add(numbered);
            if (state.Unsaved.Count > MaxUnsaved)
            {
                state.Unsaved.RemoveAt(0);
            }

            return numbered;
        }
    }

    /// <summary>
    /// The user of the conversation, and the activities that the database lacks; empty when it has all.
    /// </summary>
    public (string UserId, IReadOnlyList<LoggedActivity> Activities) Unsaved(string id)
    {
        lock (_lock)
        {
            return _states.TryGet(id, out State? state) ? (state.UserId, [.. state.Unsaved]) : ("", []);
        }
    }

    /// <summary>Marks these as saved in the database, with the last number.</summary>
    public void MarkSaved(string id, IReadOnlyList<LoggedActivity> saved, long lastNumber)
    {
        lock (_lock)
        {
            if (_states.TryGet(id, out State? state))
            {
                state.Unsaved.RemoveAll(saved.Contains);
                state.LastNumber = Math.Max(state.LastNumber, lastNumber);
            }
        }
    }

    public bool End(string id)
    {
        lock (_lock)
        {
            if (_states.TryGet(id, out State? state))
            {
                state.IsEnded = true;
            }

            return true;
        }
    }

    private sealed class State(string userId, long lastNumber)
    {
        public string UserId { get; } = userId;

        public long LastNumber { get; set; } = lastNumber;

        public bool IsEnded { get; set; }

        public List<LoggedActivity> Unsaved { get; } = [];

        public LoggedConversation AsConversation(string id) => new(id, UserId, LastNumber, IsEnded);
    }
}
