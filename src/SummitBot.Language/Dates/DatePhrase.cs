using SummitBot.Language.Sentences;

namespace SummitBot.Language.Dates;

/// <summary>A time expression in a text.</summary>
/// <param name="Range">Its range in the text.</param>
/// <param name="Period">The days it refers to.</param>
/// <param name="IsOpen">True when the text refers to the time before or after them: <c>since 2019</c>.</param>
public sealed record DatePhrase(TextRange Range, DatePeriod Period, DatePhraseKind Kind, bool IsOpen);

/// <summary>The form of a time expression.</summary>
public enum DatePhraseKind
{
    /// <summary>With its year: <c>2019</c>, <c>April 2019</c>, <c>Sept. 13, 2023</c>.</summary>
    Written,

    /// <summary>A month or a day without its year: <c>April 24</c>.</summary>
    Yearless,

    /// <summary>A day of the week.</summary>
    Weekday,

    /// <summary><c>yesterday</c>, <c>last week</c>, <c>two days ago</c>.</summary>
    Relative,
}
