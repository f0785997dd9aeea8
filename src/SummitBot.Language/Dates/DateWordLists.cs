namespace SummitBot.Language.Dates;

/// <summary>A language's words for times, <c>News/DateWords/{code}.json</c>; all in lower case.</summary>
internal sealed record DateWordLists
{
    /// <summary>January first; each with its abbreviations.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Months { get; set; } = [];

    /// <summary>Monday first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Weekdays { get; set; } = [];

    /// <summary>Words between the parts of a date: <c>of</c>.</summary>
    public IReadOnlyList<string> Joiners { get; set; } = [];

    /// <summary>Endings of a day's number: <c>th</c>.</summary>
    public IReadOnlyList<string> OrdinalEndings { get; set; } = [];

    /// <summary>Words before a month that stands alone; elsewhere it may be another word (<c>may</c>, <c>march</c>).</summary>
    public IReadOnlyList<string> MonthLeads { get; set; } = [];

    /// <summary>Words before a time that mean what comes before or after it, or a span: <c>since</c>, <c>between</c>.</summary>
    public IReadOnlyList<string> OpenLeads { get; set; } = [];

    /// <summary>Words that may stand between those and the time: <c>the</c>, <c>end</c>, <c>of</c>.</summary>
    public IReadOnlyList<string> Fillers { get; set; } = [];

    /// <summary>Words before a weekday that put it behind: <c>last</c>.</summary>
    public IReadOnlyList<string> Past { get; set; } = [];

    /// <summary>Words before a weekday that put it ahead: <c>next</c>.</summary>
    public IReadOnlyList<string> Future { get; set; } = [];

    /// <summary>Phrases that tell a time from another.</summary>
    public IReadOnlyDictionary<string, RelativeTime> Relative { get; set; } =
        new Dictionary<string, RelativeTime>(StringComparer.Ordinal);

    /// <summary>Units of counted times (<c>two days ago</c>), with the offset of one of them.</summary>
    public IReadOnlyDictionary<string, RelativeTime> Counted { get; set; } =
        new Dictionary<string, RelativeTime>(StringComparer.Ordinal);

    /// <summary>Number words up to ten, for counted times.</summary>
    public IReadOnlyDictionary<string, int> Numbers { get; set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Words before a number that make it rough or one of several: <c>about</c>, <c>than</c>, <c>another</c>.</summary>
    public IReadOnlyList<string> Rough { get; set; } = [];

    /// <summary>Phrases of a question that ask for the newest state: <c>latest</c>, <c>current</c>.</summary>
    public IReadOnlyList<string> Latest { get; set; } = [];

    /// <summary>Phrases of a question that ask for the oldest of several: <c>the first</c>.</summary>
    public IReadOnlyList<string> Earliest { get; set; } = [];

    /// <summary>Those of <see cref="OpenLeads"/> that mean what comes before.</summary>
    public IReadOnlyList<string> BeforeLeads { get; set; } = [];

    /// <summary>Those of <see cref="OpenLeads"/> that mean what comes after.</summary>
    public IReadOnlyList<string> AfterLeads { get; set; } = [];

    /// <summary>Units behind which <c>last</c> tells a time by itself: <c>the last week</c>.</summary>
    public IReadOnlyList<string> TimeUnits { get; set; } = [];
}
