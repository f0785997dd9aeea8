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
