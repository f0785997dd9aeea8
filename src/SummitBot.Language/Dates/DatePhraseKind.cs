namespace SummitBot.Language.Dates;

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
