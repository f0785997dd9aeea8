using SummitBot.Language.Sentences;

namespace SummitBot.Language.Dates;

/// <summary>A time that a text names.</summary>
/// <param name="Range">Where the words stand in the text.</param>
/// <param name="Period">The days meant.</param>
/// <param name="IsOpen">The text speaks of what comes before or after them: <c>since 2019</c>.</param>
public sealed record DatePhrase(TextRange Range, DatePeriod Period, DatePhraseKind Kind, bool IsOpen);
