using SummitBot.Core.Conversations;
using SummitBot.Core.Storage;

namespace SummitBot.Core.Feedback;

/// <summary>Stores users' feedback on answers.</summary>
public interface IFeedbackStore
{
    /// <summary>Stores the feedback; replaces earlier feedback of the same user on the same answer.</summary>
    /// <exception cref="StorageUnavailableException">It could not be stored.</exception>
    Task SaveAsync(AnswerFeedback feedback, CancellationToken cancellationToken);

    /// <summary>Newest first; empty when there is none.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be read.</exception>
    Task<IReadOnlyList<FeedbackItem>> ListAsync(FeedbackFilter filter, CancellationToken cancellationToken);
}

/// <summary>Selects feedback.</summary>
/// <param name="Since">Given then or later; null for any time.</param>
/// <param name="Reaction">Null for both.</param>
/// <param name="Count">At most so many, the newest; null for all.</param>
/// <param name="EarlierTurns">At most so many of the turns that each question could refer to, the newest.</param>
/// <param name="UserId">Given by this person; null for all.</param>
public sealed record FeedbackFilter(
    DateTimeOffset? Since = null,
    Reaction? Reaction = null,
    int? Count = null,
    int EarlierTurns = 10,
    string? UserId = null
);

/// <summary>Feedback with its question and answer.</summary>
/// <param name="Turn">The question and answer; null when they are no longer stored.</param>
/// <param name="Earlier">The turns that the question could refer to, oldest first.</param>
public sealed record FeedbackItem(AnswerFeedback Feedback, AnsweredTurn? Turn, IReadOnlyList<AnsweredTurn> Earlier);
