namespace SummitBot.Core.Feedback;

/// <summary>Which feedback is wanted.</summary>
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
