using SummitBot.Core.Storage;

namespace SummitBot.Core.Feedback;

/// <summary>Keeps what people think of answers.</summary>
public interface IFeedbackStore
{
    /// <summary>Keeps the feedback; it replaces an earlier one of the same person on the same answer.</summary>
    /// <exception cref="StorageUnavailableException">It could not be kept.</exception>
    Task SaveAsync(AnswerFeedback feedback, CancellationToken cancellationToken);

    /// <summary>The newest first; empty when nobody has given any.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be read.</exception>
    Task<IReadOnlyList<FeedbackItem>> ListAsync(FeedbackFilter filter, CancellationToken cancellationToken);
}
