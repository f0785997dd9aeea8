using System.Text.Json.Serialization;

namespace SummitBot.Language.Dates;

/// <summary>A language's time words, <c>News/DateWords/{code}.json</c>; all in lower case.</summary>
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

    /// <summary>
    /// Words before a single month name; without one it may be another word (<c>may</c>, <c>march</c>).
    /// </summary>
    public IReadOnlyList<string> MonthLeads { get; set; } = [];

    /// <summary>
    /// Words before a time that refer to the time before or after it, or to a span: <c>since</c>, <c>between</c>.
    /// </summary>
    public IReadOnlyList<string> OpenLeads { get; set; } = [];

    /// <summary>Words allowed between those and the time: <c>the</c>, <c>end</c>, <c>of</c>.</summary>
    public IReadOnlyList<string> Fillers { get; set; } = [];

    /// <summary>Words before a weekday that put it in the past: <c>last</c>.</summary>
    public IReadOnlyList<string> Past { get; set; } = [];

    /// <summary>Words before a weekday that put it in the future: <c>next</c>.</summary>
    public IReadOnlyList<string> Future { get; set; } = [];

    /// <summary>Phrases for a time relative to another.</summary>
    public IReadOnlyDictionary<string, RelativeTime> Relative { get; set; } =
        new Dictionary<string, RelativeTime>(StringComparer.Ordinal);

    /// <summary>Units of counted times (<c>two days ago</c>), with the offset of one unit.</summary>
    public IReadOnlyDictionary<string, RelativeTime> Counted { get; set; } =
        new Dictionary<string, RelativeTime>(StringComparer.Ordinal);

    /// <summary>Number words up to ten, for counted times.</summary>
    public IReadOnlyDictionary<string, int> Numbers { get; set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>
    /// Words before a number that make it approximate or one of several: <c>about</c>, <c>than</c>, <c>another</c>.
    /// </summary>
    public IReadOnlyList<string> Rough { get; set; } = [];

    /// <summary>Phrases of a question that ask for the newest state: <c>latest</c>, <c>current</c>.</summary>
    public IReadOnlyList<string> Latest { get; set; } = [];

    /// <summary>Phrases of a question that ask for the oldest of several: <c>the first</c>.</summary>
    public IReadOnlyList<string> Earliest { get; set; } = [];

    /// <summary>The <see cref="OpenLeads"/> that refer to the time before.</summary>
    public IReadOnlyList<string> BeforeLeads { get; set; } = [];

    /// <summary>The <see cref="OpenLeads"/> that refer to the time after.</summary>
    public IReadOnlyList<string> AfterLeads { get; set; } = [];

    /// <summary>Units that form a time expression with <c>last</c>: <c>the last week</c>.</summary>
    public IReadOnlyList<string> TimeUnits { get; set; } = [];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DateWordLists))]
internal sealed partial class DateWordsJson : JsonSerializerContext;
