using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace SummitBot.Language.Dates;

/// <summary>The words of a language that tell times.</summary>
internal sealed class DateWords
{
    private const string Prefix = "SummitBot.Language.Dates.DateWords.";

    private static readonly ConcurrentDictionary<string, DateWords> Loaded = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> _months;
    private readonly Dictionary<string, int> _weekdays;

    private DateWords(DateWordLists lists)
    {
        Lists = lists;
        _months = Numbered(lists.Months);
        _weekdays = Numbered(lists.Weekdays);
        MonthLeads = new WordSet(lists.MonthLeads);
        OpenLeads = new WordSet(lists.OpenLeads);
        Fillers = new WordSet(lists.Fillers);
        Joiners = new WordSet(lists.Joiners);
        Past = new WordSet(lists.Past);
        Future = new WordSet(lists.Future);
        Rough = new WordSet(lists.Rough);
        Latest = [.. lists.Latest.Select(p => p.Split(' ')).OrderByDescending(p => p.Length)];
        Earliest = [.. lists.Earliest.Select(p => p.Split(' ')).OrderByDescending(p => p.Length)];
        BeforeLeads = new WordSet(lists.BeforeLeads);
        AfterLeads = new WordSet(lists.AfterLeads);
        TimeUnits = new WordSet(lists.TimeUnits);
    }

    public DateWordLists Lists { get; }

    public WordSet MonthLeads { get; }

    public WordSet OpenLeads { get; }

    public WordSet Fillers { get; }

    public WordSet Joiners { get; }

    public WordSet Past { get; }

    public WordSet Future { get; }

    public WordSet Rough { get; }

    /// <summary>Phrases that ask for the newest state, each as its words; the longest first.</summary>
    public IReadOnlyList<string[]> Latest { get; }

    /// <summary>Phrases that ask for the oldest of several, each as its words; the longest first.</summary>
    public IReadOnlyList<string[]> Earliest { get; }

    public WordSet BeforeLeads { get; }

    public WordSet AfterLeads { get; }

    public WordSet TimeUnits { get; }

    /// <summary>The words of a language; the English ones for a language without a file.</summary>
    public static DateWords For(string language) =>
        Loaded.GetOrAdd(language, static code => Load(code) ?? Load(LanguageCodes.English)!);

    /// <summary>1 to 12; null for a word that is no month.</summary>
    public int? GetMonth(string word) => _months.TryGetValue(word, out int month) ? month : null;

    /// <summary>1 (Monday) to 7; null for a word that is no day of the week.</summary>
    public int? GetWeekday(string word) => _weekdays.TryGetValue(word, out int day) ? day : null;

    private static DateWords? Load(string language)
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{language}.json");
        return stream is null
            ? null
            : new DateWords(JsonSerializer.Deserialize(stream, DateWordsJson.Default.DateWordLists)!);
    }

    private static Dictionary<string, int> Numbered(IReadOnlyList<IReadOnlyList<string>> lists) =>
        lists
            .SelectMany((words, i) => words.Select(w => (Word: w, Number: i + 1)))
            .ToDictionary(p => p.Word, p => p.Number, StringComparer.Ordinal);
}
