using System.Globalization;
using SummitBot.Language.Sentences;
using SummitBot.Language.Tokens;

namespace SummitBot.Language.Dates;

/// <summary>Reads the time expressions of a question.</summary>
public static class QuestionTimeReader
{
    private const int MonthsNamed = 2;

    /// <param name="today">The day of the question.</param>
    public static QuestionTime Read(string question, string language, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(language);
        DatePhrase[] phrases =
        [
            .. DatePhraseFinder
                .Find(question, language, today)
                .Where(p => p.Kind is DatePhraseKind.Written or DatePhraseKind.Relative),
        ];
        DatePhrase? asked = FindAsked(phrases);
        var words = DateWords.For(language);
        List<TextRange> latest = PhrasesIn(question, words.Latest, words);
        List<TextRange> earliest = latest.Count > 0 ? [] : PhrasesIn(question, words.Earliest, words);
        (DateOnly? before, DateOnly? after, TextRange? open) = asked is null
            ? OpenIn(question, phrases, words)
            : default;
        if (asked is null && latest.Count == 0 && earliest.Count == 0 && open is null)
        {
            return QuestionTime.None;
        }

        IEnumerable<TextRange> ranges = asked is null ? [] : phrases.Select(p => p.Range);
        bool isRelative = asked?.Kind == DatePhraseKind.Relative;
        return new QuestionTime
        {
            Period = asked?.Period,
            IsRelative = isRelative,
            WantsLatest = latest.Count > 0,
            WantsEarliest = earliest.Count > 0,
            Before = before,
            After = after,
            TimelessText = Without(
                question,
                [.. ranges, .. latest, .. earliest, .. open is { } range ? [range] : (TextRange[])[]]
            ),
            SearchWords = isRelative ? GetSearchWords(asked!.Period, language) : [],
        };
    }

    /// <summary>"Before April 2026": the day, and the range of the words including "before".</summary>
    private static (DateOnly? Before, DateOnly? After, TextRange? Range) OpenIn(
        string question,
        DatePhrase[] phrases,
        DateWords words
    )
    {
        if (phrases is not [{ IsOpen: true } only])
        {
            return default;
        }

        var text = new DateText(question);
        for (int i = 0; i < text.Count && text.GetStart(i) < only.Range.Start; i++)
        {
            var range = new TextRange(text.GetStart(i), only.Range.End);
            if (words.BeforeLeads.Contains(text[i]))
            {
                return (only.Period.First, null, range);
            }

            if (words.AfterLeads.Contains(text[i]))
            {
                return (null, only.Period.Last, range);
            }
        }

        return default;
    }

    /// <summary>The narrowest time inside all others; null when they differ, or when one is open.</summary>
    private static DatePhrase? FindAsked(DatePhrase[] phrases)
    {
        DatePhrase? narrowest = phrases.MinBy(p => p.Period.Days);
        return narrowest is not null && phrases.All(p => !p.IsOpen && p.Period.Contains(narrowest.Period))
            ? narrowest
            : null;
    }

    private static List<TextRange> PhrasesIn(string question, IReadOnlyList<string[]> phrases, DateWords words)
    {
        var text = new DateText(question);
        var found = new List<TextRange>();
        for (int i = 0; i < text.Count; i++)
        {
            int at = i;
            string[]? phrase = phrases.FirstOrDefault(p => p.Index().All(w => text[at + w.Index] == w.Item));
            if (phrase is not null && !words.TimeUnits.Contains(text[i + phrase.Length]))
            {
                found.Add(new TextRange(text.GetStart(i), text.GetEnd(i + phrase.Length - 1)));
                i += phrase.Length - 1;
            }
        }

        return found;
    }

    private static string Without(string text, IEnumerable<TextRange> ranges)
    {
        foreach (TextRange range in ranges.OrderByDescending(r => r.Start))
        {
            text = text.Remove(range.Start, range.Length);
        }

        return WhiteSpace.Unite(text);
    }

    private static string[] GetSearchWords(DatePeriod period, string language)
    {
        CultureInfo culture =
            language.Length == 2 ? CultureInfo.GetCultureInfo(language) : CultureInfo.InvariantCulture;
        IEnumerable<string> years = new[] { period.First, period.Last }.Select(d => d.ToString("yyyy", culture));
        int months = ((period.Last.Year - period.First.Year) * 12) + period.Last.Month - period.First.Month + 1;
        IEnumerable<string> names =
            months > MonthsNamed ? [] : new[] { period.First, period.Last }.Select(d => d.ToString("MMMM", culture));
        return [.. years.Concat(names).Distinct(StringComparer.Ordinal)];
    }
}
