using SummitBot.Language.Sentences;

namespace SummitBot.Language.Dates;

/// <summary>A time expression in a text.</summary>
/// <param name="Range">Its range in the text.</param>
/// <param name="Period">The days it refers to.</param>
/// <param name="IsOpen">True when the text refers to the time before or after them: <c>since 2019</c>.</param>
public sealed record DatePhrase(TextRange Range, DatePeriod Period, DatePhraseKind Kind, bool IsOpen);
