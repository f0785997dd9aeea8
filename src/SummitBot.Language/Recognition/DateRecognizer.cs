using System.Globalization;
using SummitBot.Language.Dates;
using SummitBot.Language.Tokens;

namespace SummitBot.Language.Recognition;

/// <summary>Recognizes dates, and resolves them to days.</summary>
public static class DateRecognizer
{
    private const int MinYear = 1000;
    private const int MaxYear = 2099;

    /// <summary>The time expressions of a text in text order, with the days they refer to.</summary>
    /// <param name="language">ISO 639-1 code of the text; a language without its own words uses the English
    /// ones.</param>
    /// <param name="anchor">The day that "today" refers to; without it only expressions with a year are found.</param>
    public static IReadOnlyList<DatePhrase> Resolve(string text, string language, DateOnly? anchor)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        return DatePhraseFinder.Find(text, language, anchor);
    }

    /// <summary>True for four digits that may be a year.</summary>
    public static bool IsYear(string word) =>
        word.Length == 4
        && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int year)
        && IsYear(year);

    /// <summary>True for a number that may be a year.</summary>
    public static bool IsYear(double number) => number is >= MinYear and <= MaxYear;

    /// <summary>The dates of a sentence in text order.</summary>
    public static IEnumerable<Mention> Find(IReadOnlyList<Word> words, LanguageProfile profile)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (!IsDateCore(words, i, profile))
            {
                continue;
            }

            int first = i;
            while (first > 0 && IsDatePart(words[first - 1], profile))
            {
                first--;
            }

            int last = i;
            while (
                last + 1 < words.Count && (IsDatePart(words[last + 1], profile) || IsDateCore(words, last + 1, profile))
            )
            {
                last++;
            }

            yield return new Mention(MentionKind.Date, first, last);
            i = last;
        }
    }

    private static bool IsDateCore(IReadOnlyList<Word> words, int i, LanguageProfile profile)
    {
        Word word = words[i];
        return IsYear(word.Form.TrimEnd('s'))
            || profile.Weekdays.Contains(word.Form)
            || (profile.Months.Contains(word.Form) && (word.IsCapitalised || profile.Language != LanguageCodes.English))
            || (profile.TimeNouns.Contains(word.Form) && i > 0 && NumberRecognizer.IsNumber(words[i - 1], profile));
    }

    /// <summary>True for a short number, a month and a day of the week.</summary>
    public static bool IsDatePart(Word word, LanguageProfile profile) =>
        (word.HasDigit && word.Text.Length <= 4)
        || profile.Months.Contains(word.Form)
        || profile.Weekdays.Contains(word.Form);

    /// <summary>
    /// A date with the words that belong to it: <c>late 10th century</c>, <c>summer of 1521</c>, <c>8 de febrero de
    /// 2007</c>. Two mentions that are parts of one date have the same span.
    /// </summary>
    public static Span GetSpan(Mention date, IReadOnlyList<Word> words, LanguageProfile profile)
    {
        int first = date.First;
        bool isNumberedPeriod = first > 0 && profile.TimeNouns.Contains(words[first].Form);
        first -= isNumberedPeriod ? 1 : 0;
        while (PartBefore(first, words, profile) is { } part)
        {
            first = part;
        }

        int last = date.Last;
        while (PartBehind(last, words, profile) is { } part)
        {
            last = part;
        }

        return new Span(words[first].Start, words[last].BareEnd);
    }

    /// <summary>A day, month, year or modifier right before the date, or before its <c>of</c>, <c>the</c>.</summary>
    private static int? PartBefore(int first, IReadOnlyList<Word> words, LanguageProfile profile)
    {
        int i = first - 1;
        while (i > 0 && first - i <= 2 && IsJoiner(words[i], profile))
        {
            i--;
        }

        bool isPart =
            i >= 0
            && (
                profile.ShortAnswers.DateModifiers.Contains(words[i].Form)
                || (i < first - 1 && IsDatePart(words[i], profile))
            );
        return isPart ? i : null;
    }

    private static int? PartBehind(int last, IReadOnlyList<Word> words, LanguageProfile profile)
    {
        int part = last + 2;
        return
            part < words.Count
            && profile.ShortAnswers.DateJoiners.Contains(words[last + 1].Form)
            && IsDatePart(words[part], profile)
            ? part
            : null;
    }

    private static bool IsJoiner(Word word, LanguageProfile profile) =>
        profile.ShortAnswers.DateJoiners.Contains(word.Form) || profile.ShortAnswers.Articles.Contains(word.Form);

    /// <summary>The word with its month, when it is the English name of one.</summary>
    internal static AnnotatedWord WithMonth(AnnotatedWord word)
    {
        var english = DateWords.For(LanguageCodes.English);
        return word.IsCapital && english.GetMonth(word.Lower) is { } month
            ? word with
            {
                Month = month,
                Lemma = english.Lists.Months[month - 1][0],
                IsFunction = false,
            }
            : word;
    }
}
