namespace SummitBot.Language.Dates;

/// <summary>What a question says of time.</summary>
public sealed record QuestionTime
{
    /// <summary>A question that says nothing of time.</summary>
    public static readonly QuestionTime None = new();

    /// <summary>The time asked for; null when the question names none, several, or what comes before or after one.</summary>
    public DatePeriod? Period { get; init; }

    /// <summary>The period was told from the day of the question: <c>yesterday</c>.</summary>
    public bool IsRelative { get; init; }

    /// <summary>It asks for the newest state: <c>latest</c>, <c>current</c>.</summary>
    public bool WantsLatest { get; init; }

    /// <summary>It asks for the oldest of several dated entries: <c>the first</c>.</summary>
    public bool WantsEarliest { get; init; }

    /// <summary>It asks for dated entries before this day.</summary>
    public DateOnly? Before { get; init; }

    /// <summary>It asks for dated entries after this day.</summary>
    public DateOnly? After { get; init; }

    /// <summary>It means one of several dated entries; where a text has none, its words for the time are words as others.</summary>
    public bool AsksForEntries => WantsEarliest || Before is not null || After is not null;

    /// <summary>The question without the words of <see cref="Period"/> and <see cref="WantsLatest"/>.</summary>
    public string TimelessText { get; init; } = "";

    /// <summary>The months and years of a relative period, for the search: articles are found by theirs.</summary>
    public IReadOnlyList<string> SearchWords { get; init; } = [];
}
