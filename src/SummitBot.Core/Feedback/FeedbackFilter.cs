namespace SummitBot.Core.Feedback;

/// <summary>Selects feedback.</summary>
/// <param name="Since">Given then or later; null for any time.</param>
/// <param name="Reaction">Null for both.</param>
/// <param name="Count">Maximum number, the newest; null for all.</param>
/// <param name="EarlierTurns">Maximum number of earlier turns to include for each question, the newest.</param>
public sealed record FeedbackFilter(
    DateTimeOffset? Since = null,
    Reaction? Reaction = null,
    int? Count = null,
    int EarlierTurns = 10
);
