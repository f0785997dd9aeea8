namespace SummitBot.Language.Dates;

/// <summary>The time expressions of a question.</summary>
public sealed record QuestionTime
{
    /// <summary>A question without time expressions.</summary>
    public static readonly QuestionTime None = new();

    /// <summary>
    /// The time asked for; null when the question names none, several, or the time before or after one.
    /// </summary>
    public DatePeriod? Period { get; init; }

    /// <summary>True when the period is relative to the day of the question: <c>yesterday</c>.</summary>
    public bool IsRelative { get; init; }

    /// <summary>It asks for the newest state: <c>latest</c>, <c>current</c>.</summary>
    public bool WantsLatest { get; init; }

    /// <summary>It asks for the oldest of several dated entries: <c>the first</c>.</summary>
    public bool WantsEarliest { get; init; }

    /// <summary>It asks for dated entries before this day.</summary>
    public DateOnly? Before { get; init; }

    /// <summary>It asks for dated entries after this day.</summary>
    public DateOnly? After { get; init; }

    /// <summary>
    /// True when it asks for one of several dated entries; in a text without entries, its time words are treated as
    /// ordinary words.
    /// </summary>
    public bool AsksForEntries => WantsEarliest || Before is not null || After is not null;

    /// <summary>The question without the words of <see cref="Period"/> and <see cref="WantsLatest"/>.</summary>
    public string TimelessText { get; init; } = "";

    /// <summary>
    /// The months and years of a relative period, for the search, because articles are indexed with theirs.
    /// </summary>
    public IReadOnlyList<string> SearchWords { get; init; } = [];
}
