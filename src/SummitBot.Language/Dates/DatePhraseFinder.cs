using SummitBot.Language.Sentences;

namespace SummitBot.Language.Dates;

/// <summary>
/// Finds the time expressions of a text. Dates without a year, days of the week and relative expressions are resolved
/// from a given day: an article's publication date, or the day of the question.
/// </summary>
/// <remarks>
/// A month or day without a year is the nearest one; a day of the week is the last one up to the given day, as usual in
/// news, or the next one if the text says so. Years before 1900 are ignored.
/// </remarks>
internal sealed class DatePhraseFinder
{
    private const int MaxRelativeWords = 3;
    private const int MaxCounted = 999;
    private const int EarliestAnchor = 1900;
    private const int LatestAnchor = 2200;
    private const int DaysInWeek = 7;

    private readonly DateWords _words;
    private readonly DateText _text;
    private readonly DateOnly? _anchor;

    private DatePhraseFinder(DateWords words, DateText text, DateOnly? anchor)
    {
        _words = words;
        _text = text;
        _anchor = anchor is { Year: >= EarliestAnchor and <= LatestAnchor } ? anchor : null;
    }

    /// <inheritdoc cref="Recognition.DateRecognizer.Resolve"/>
    public static IReadOnlyList<DatePhrase> Find(string text, string language, DateOnly? anchor) =>
        new DatePhraseFinder(DateWords.For(language), new DateText(text), anchor).FindAll();

    private List<DatePhrase> FindAll()
    {
        var found = new List<DatePhrase>();
        for (int i = 0; i < _text.Count; i++)
        {
            if ((Iso(i) ?? MonthFirst(i) ?? DayFirst(i) ?? Year(i) ?? Relative(i) ?? Weekday(i)) is not { } match)
            {
                continue;
            }

            var range = new TextRange(_text.GetStart(i), _text.GetEnd(match.Last));
            found.Add(new DatePhrase(range, match.Period, match.Kind, IsOpen(i)));
            i = match.Last;
        }

        return found;
    }

    private Match? Iso(int i) =>
        _text.YearAt(i) is { } year
        && _text.IsHyphenated(i + 1)
        && _text.IsHyphenated(i + 2)
        && _text.Number(i + 1) is { } month
        && _text.Number(i + 2) is { } day
        && Days(year, month, day, day) is { } period
            ? new Match(i + 2, period, DatePhraseKind.Written)
            : null;

    private Match? Year(int i) =>
        _text.YearAt(i) is { } year ? new Match(i, DatePeriod.FromYear(year), DatePhraseKind.Written) : null;

    /// <summary><c>April 2019</c>, <c>Sept. 13, 2023</c>, <c>April 24-25</c>.</summary>
    private Match? MonthFirst(int i)
    {
        if (_words.GetMonth(_text[i]) is not { } month)
        {
            return null;
        }

        if (!_text.IsNear(i + 1) || DayAt(i + 1) is not { } first)
        {
            return MonthAlone(i, month);
        }

        int last = i + 1;
        int lastDay = first;
        if (_text.IsHyphenated(last + 1) && DayAt(last + 1) is { } end)
        {
            (last, lastDay) = (last + 1, end);
        }

        return WithYear(last, year => Days(year, month, first, lastDay));
    }

    private Match? MonthAlone(int i, int month)
    {
        int year = AfterJoiners(i + 1);
        if (_text.YearAt(year) is { } written && _text.IsNear(year))
        {
            return new Match(year, DatePeriod.FromMonth(written, month), DatePhraseKind.Written);
        }

        return _words.MonthLeads.Contains(_text[i - 1]) ? WithYear(i, y => DatePeriod.FromMonth(y, month)) : null;
    }

    /// <summary><c>24 April 2019</c>, <c>the 24th of April</c>.</summary>
    private Match? DayFirst(int i)
    {
        if (DayAt(i) is not { } day)
        {
            return null;
        }

        int at = AfterJoiners(i + 1);
        return _words.GetMonth(_text[at]) is { } month && _text.IsNear(at)
            ? WithYear(at, year => Days(year, month, day, day))
            : null;
    }

    /// <summary>The time expression with the year that follows it, otherwise in the nearest year.</summary>
    private Match? WithYear(int last, Func<int, DatePeriod?> inYear)
    {
        int at = AfterJoiners(last + 1);
        if (_text.IsNear(at) && _text.YearAt(at) is { } written)
        {
            return inYear(written) is { } period ? new Match(at, period, DatePhraseKind.Written) : null;
        }

        return _anchor is { } anchor && Nearest(inYear, anchor) is { } nearest
            ? new Match(last, nearest, DatePhraseKind.Yearless)
            : null;
    }

    private static DatePeriod? Nearest(Func<int, DatePeriod?> inYear, DateOnly anchor)
    {
        DatePeriod[] periods = [.. Enumerable.Range(anchor.Year - 1, 3).Select(inYear).OfType<DatePeriod>()];
        return periods.Length == 0
            ? null
            : periods.MinBy(p =>
                p.Contains(anchor)
                    ? 0
                    : Math.Min(
                        Math.Abs(p.First.DayNumber - anchor.DayNumber),
                        Math.Abs(p.Last.DayNumber - anchor.DayNumber)
                    )
            );
    }

    private Match? Relative(int i)
    {
        if (_anchor is not { } anchor)
        {
            return null;
        }

        for (int length = MaxRelativeWords; length > 0; length--)
        {
            if (_words.Lists.Relative.TryGetValue(Phrase(i, length), out RelativeTime? time))
            {
                return new Match(i + length - 1, time.From(anchor), DatePhraseKind.Relative);
            }
        }

        int? count = _words.Lists.Numbers.TryGetValue(_text[i], out int word) ? word : _text.Number(i);
        return
            count is >= 0 and <= MaxCounted && _words.Lists.Counted.TryGetValue(Phrase(i + 1, 2), out RelativeTime? one)
            ? new Match(i + 2, (one with { Offset = one.Offset * count.Value }).From(anchor), DatePhraseKind.Relative)
            : null;
    }

    private Match? Weekday(int i)
    {
        if (_anchor is not { } anchor || _words.GetWeekday(_text[i]) is not { } weekday)
        {
            return null;
        }

        int back = ((int)anchor.DayOfWeek - weekday + DaysInWeek) % DaysInWeek;
        bool isPast = _words.Past.Contains(_text[i - 1]) || _words.Past.Contains(_text[i + 1]);
        int days =
            _words.Future.Contains(_text[i - 1]) || _words.Future.Contains(_text[i + 1]) ? DaysInWeek - back
            : isPast && back == 0 ? -DaysInWeek
            : -back;
        return new Match(i, DatePeriod.FromDay(anchor.AddDays(days)), DatePhraseKind.Weekday);
    }

    private bool IsOpen(int first)
    {
        int before = first - 1;
        while (before >= 0 && _words.Fillers.Contains(_text[before]))
        {
            before--;
        }

        return _words.OpenLeads.Contains(_text[before]);
    }

    private int? DayAt(int i) => _text.DayAt(i, _words.Lists.OrdinalEndings);

    private int AfterJoiners(int i)
    {
        while (_words.Joiners.Contains(_text[i]))
        {
            i++;
        }

        return i;
    }

    private string Phrase(int first, int length) =>
        length == 1 ? _text[first] : string.Join(' ', Enumerable.Range(first, length).Select(i => _text[i]));

    private static DatePeriod? Days(int year, int month, int first, int last) =>
        month is >= 1 and <= 12 && first >= 1 && first <= last && last <= DateTime.DaysInMonth(year, month)
            ? new DatePeriod(new DateOnly(year, month, first), new DateOnly(year, month, last))
            : null;

    /// <param name="Last">The last word of the phrase.</param>
    private sealed record Match(int Last, DatePeriod Period, DatePhraseKind Kind);
}
