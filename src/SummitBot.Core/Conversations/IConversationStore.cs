using SummitBot.Core.Storage;

namespace SummitBot.Core.Conversations;

/// <summary>
/// Remembers conversations across restarts. Trouble with the storage never reaches the caller: it is logged, and what cannot
/// be kept on disk is held in memory for the recent conversations, so that the bot goes on answering.
/// </summary>
public interface IConversationStore
{
    /// <summary>Appends a turn; the conversation begins with it when it is new.</summary>
    Task AppendAsync(AnsweredTurn turn, CancellationToken cancellationToken);

    /// <summary>The last turns since the conversation began or was reset, oldest first; empty when there are none.</summary>
    /// <param name="count">At most so many turns, at least 1.</param>
    Task<IReadOnlyList<AnsweredTurn>> RecentAsync(
        ConversationKey conversation,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>Whether a turn of the conversation was answered by the activity of that id.</summary>
    Task<bool> HasAnswerAsync(
        ConversationKey conversation,
        string answerActivityId,
        CancellationToken cancellationToken
    );

    /// <summary>The turns of all conversations asked since then, the newest first; empty when there are none.</summary>
    /// <param name="count">At most so many turns, at least 1.</param>
    Task<IReadOnlyList<AnsweredTurn>> AskedSinceAsync(
        DateTimeOffset since,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>The conversations, the one last active first; empty when there are none.</summary>
    /// <param name="count">At most so many, at least 1.</param>
    Task<IReadOnlyList<ConversationSummary>> ListAsync(int count, CancellationToken cancellationToken);

    /// <summary>Later questions refer to nothing said so far; the turns stay until they are deleted.</summary>
    Task ResetAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>Forgets the conversation: its turns, their feedback and the welcome.</summary>
    /// <exception cref="StorageUnavailableException">It is not forgotten; the one promise that memory cannot keep.</exception>
    Task DeleteAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>True for the first caller, who is to welcome; false for every later one, in other processes too.</summary>
    /// <param name="turn">Names the turn that welcomes: taken up again, it is let through again. Null when it has no name.</param>
    Task<bool> TryMarkWelcomedAsync(ConversationKey conversation, string? turn, CancellationToken cancellationToken);
}
