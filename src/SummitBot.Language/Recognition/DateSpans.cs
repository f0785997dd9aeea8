using SummitBot.Language.Tokens;

namespace SummitBot.Language.Recognition;

/// <summary>Dates as a person would say them: <c>late 10th century</c>, <c>summer of 1521</c>, <c>8 de febrero de 2007</c>.</summary>
public static class DateSpans
{
    /// <summary>Two mentions that are parts of one date have the same span.</summary>
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

    /// <summary>A day, month, year or narrowing word, right before the date or before its <c>of</c>, <c>the</c>.</summary>
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
                || (i < first - 1 && MentionRecognizer.IsDatePart(words[i], profile))
            );
        return isPart ? i : null;
    }

    private static int? PartBehind(int last, IReadOnlyList<Word> words, LanguageProfile profile)
    {
        int part = last + 2;
        return
            part < words.Count
            && profile.ShortAnswers.DateJoiners.Contains(words[last + 1].Form)
            && MentionRecognizer.IsDatePart(words[part], profile)
            ? part
            : null;
    }

    private static bool IsJoiner(Word word, LanguageProfile profile) =>
        profile.ShortAnswers.DateJoiners.Contains(word.Form) || profile.ShortAnswers.Articles.Contains(word.Form);
}
