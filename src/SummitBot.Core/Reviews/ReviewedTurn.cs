using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;

namespace SummitBot.Core.Reviews;

/// <summary>A stored turn with what people think of its answer.</summary>
/// <param name="Number">Names the turn in its database; later turns have larger numbers.</param>
/// <param name="Feedback">Oldest first; empty when there is none.</param>
/// <param name="Correction">Null when the answer is not marked as wrong.</param>
public sealed record ReviewedTurn(
    long Number,
    AnsweredTurn Turn,
    IReadOnlyList<AnswerFeedback> Feedback,
    Correction? Correction
);

/// <summary>An operator's mark that an answer is wrong.</summary>
/// <param name="ArticleId">The article that answers; null when none does.</param>
/// <param name="Answer">The right answer in words of that article; null when the operator gave none.</param>
public sealed record Correction(string? ArticleId, string? Answer, DateTimeOffset MarkedAt);

/// <summary>A corrected turn.</summary>
/// <param name="Earlier">The turns that its question could refer to, oldest first.</param>
public sealed record CorrectedTurn(ReviewedTurn Reviewed, IReadOnlyList<AnsweredTurn> Earlier);

/// <summary>A page of turns, newest first.</summary>
/// <param name="Next">The <see cref="TurnFilter.Before"/> of the next page; null on the last one.</param>
/// <param name="Channels">The channels of all stored conversations, in order.</param>
public sealed record TurnPage(IReadOnlyList<ReviewedTurn> Turns, long? Next, IReadOnlyList<string> Channels);
