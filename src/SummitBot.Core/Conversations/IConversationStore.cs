using SummitBot.Core.Storage;

namespace SummitBot.Core.Conversations;

/// <summary>
/// Stores conversations across restarts. Storage errors never reach the caller: they are logged, and recent
/// conversations are then held in memory, so that the bot can still answer.
/// </summary>
public interface IConversationStore
{
    /// <summary>Appends a turn; creates the conversation when it is new.</summary>
    Task AppendAsync(AnsweredTurn turn, CancellationToken cancellationToken);

    /// <summary>
    /// The last turns since the conversation began or was reset, oldest first; empty when there are none.
    /// </summary>
    /// <param name="count">Maximum number of turns, at least 1.</param>
    Task<IReadOnlyList<AnsweredTurn>> RecentAsync(
        ConversationKey conversation,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>Whether the activity with that id answered a turn of the conversation.</summary>
    Task<bool> HasAnswerAsync(
        ConversationKey conversation,
        string answerActivityId,
        CancellationToken cancellationToken
    );

    /// <summary>The turns of all conversations asked since then, newest first; empty when there are none.</summary>
    /// <param name="count">Maximum number of turns, at least 1.</param>
    Task<IReadOnlyList<AnsweredTurn>> AskedSinceAsync(
        DateTimeOffset since,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>The conversations, most recently active first; empty when there are none.</summary>
    /// <param name="count">Maximum number, at least 1.</param>
    Task<IReadOnlyList<ConversationSummary>> ListAsync(int count, CancellationToken cancellationToken);

    /// <summary>
    /// Starts a new context: later questions do not refer to earlier turns, which stay until they are deleted.
    /// </summary>
    Task ResetAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>Deletes the conversation: its turns, their feedback and the welcome mark.</summary>
    /// <exception cref="StorageUnavailableException">It could not be deleted; this error is not hidden, because memory
    /// cannot stand in for a deletion.</exception>
    Task DeleteAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>
    /// True for the first caller, which should send the welcome; false for every later one, in other processes too.
    /// </summary>
    /// <param name="turn">The key of the turn that welcomes; the same turn gets true again when it is repeated. Null
    /// when it has no key.</param>
    Task<bool> TryMarkWelcomedAsync(ConversationKey conversation, string? turn, CancellationToken cancellationToken);
}

/// <summary>What is known about a conversation without reading its turns.</summary>
/// <param name="Turns">Number of stored turns, including those before a reset.</param>
public sealed record ConversationSummary(
    ConversationKey Conversation,
    DateTimeOffset StartedAt,
    DateTimeOffset LastActiveAt,
    int Turns
);
