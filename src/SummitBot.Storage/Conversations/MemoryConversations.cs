using BitFaster.Caching.Lru;
using SummitBot.Core.Conversations;

namespace SummitBot.Storage.Conversations;

/// <summary>
/// Turns that could not be saved in the database, for the conversations in use: bounded, and lost with the process.
/// </summary>
internal sealed class MemoryConversations(TimeProvider time)
{
    private const int MaxConversations = 2_000;
    private const int MaxTurns = 20;

    private readonly Lock _lock = new();
    private readonly ClassicLru<ConversationKey, State> _states = new(MaxConversations);

    public bool Append(AnsweredTurn turn)
    {
        lock (_lock)
        {
            State state = GetState(turn.Conversation);
            state.Turns.Enqueue(turn);
            if (state.Turns.Count > MaxTurns)
            {
                state.Turns.Dequeue();
            }

            return true;
        }
    }

    /// <summary>The stored turns with those in memory, as far as a later question may refer to them.</summary>
    public IReadOnlyList<AnsweredTurn> Merge(ConversationKey conversation, IReadOnlyList<AnsweredTurn> kept, int count)
    {
        lock (_lock)
        {
            return _states.TryGet(conversation, out State? state)
                ?
                [
                    .. kept.Where(t => !(t.AskedAt <= state.ForgottenUntil))
                        .Concat(state.Turns)
                        .OrderBy(t => t.AskedAt)
                        .TakeLast(count),
                ]
                : kept;
        }
    }

    public bool Forget(ConversationKey conversation)
    {
        lock (_lock)
        {
            State state = GetState(conversation);
            state.Turns.Clear();
            state.ForgottenUntil = time.GetUtcNow();
            return true;
        }
    }

    /// <summary>The database has deleted it, so it is removed here too.</summary>
    public void Remove(ConversationKey conversation)
    {
        lock (_lock)
        {
            _states.TryRemove(conversation);
        }
    }

    public bool HasAnswer(ConversationKey conversation, string answerActivityId)
    {
        lock (_lock)
        {
            return _states.TryGet(conversation, out State? state)
                && state.Turns.Any(t => t.AnswerActivityId == answerActivityId);
        }
    }

    public bool TryMarkWelcomed(ConversationKey conversation)
    {
        lock (_lock)
        {
            State state = GetState(conversation);
            bool isFirst = !state.IsWelcomed;
            state.IsWelcomed = true;
            return isFirst;
        }
    }

    private State GetState(ConversationKey conversation) => _states.GetOrAdd(conversation, _ => new State());

    private sealed class State
    {
        public Queue<AnsweredTurn> Turns { get; } = [];

        public DateTimeOffset? ForgottenUntil { get; set; }

        public bool IsWelcomed { get; set; }
    }
}
