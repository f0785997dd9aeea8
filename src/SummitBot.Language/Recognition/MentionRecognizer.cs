using SummitBot.Language.Tokens;

namespace SummitBot.Language.Recognition;

/// <summary>The one place that tells dates, numbers and names in a sentence.</summary>
public static class MentionRecognizer
{
    private const int EarliestYear = 1000;
    private const int LatestYear = 2049;
    private const int MaxWordsBetweenPlaceAndPreposition = 2;

    /// <summary>The mentions of a sentence, by kind and then in text order; a word may be in several.</summary>
    /// <param name="words">The sentence's words.</param>
    /// <param name="text">The text that the words were cut from.</param>
    public static IReadOnlyList<Mention> Find(IReadOnlyList<Word> words, string text, LanguageProfile profile)
    {
        var mentions = new List<Mention>();
        AddDates(words, profile, mentions);
        AddNumbers(words, profile, mentions);
        AddNames(words, text, profile, mentions);
        return mentions;
    }

    public static bool IsNumber(Word word, LanguageProfile profile) =>
        word.HasDigit || profile.NumberWords.Contains(word.Form);

    private static void AddDates(IReadOnlyList<Word> words, LanguageProfile profile, List<Mention> mentions)
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

            mentions.Add(new Mention(MentionKind.Date, first, last));
            i = last;
        }
    }

    private static bool IsDateCore(IReadOnlyList<Word> words, int i, LanguageProfile profile)
    {
        Word word = words[i];
        return IsYear(word)
            || profile.Weekdays.Contains(word.Form)
            || (profile.Months.Contains(word.Form) && (word.IsCapitalised || profile.Language != LanguageCodes.English))
            || (profile.TimeNouns.Contains(word.Form) && i > 0 && IsNumber(words[i - 1], profile));
    }

    /// <summary>True for a short number, a month and a day of the week.</summary>
    public static bool IsDatePart(Word word, LanguageProfile profile) =>
        (word.HasDigit && word.Text.Length <= 4)
        || profile.Months.Contains(word.Form)
        || profile.Weekdays.Contains(word.Form);

    private static bool IsYear(Word word)
    {
        ReadOnlySpan<char> digits = word.Form.AsSpan().TrimEnd('s');
        return digits.Length == 4 && int.TryParse(digits, out int year) && year is >= EarliestYear and <= LatestYear;
    }

    private static void AddNumbers(IReadOnlyList<Word> words, LanguageProfile profile, List<Mention> mentions)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (!IsNumber(words[i], profile))
            {
                continue;
            }

            int first = i;
            bool isWeak = profile.WeakNumberWords.Contains(words[i].Form);
            while (i + 1 < words.Count && IsNumber(words[i + 1], profile))
            {
                i++;
                isWeak &= profile.WeakNumberWords.Contains(words[i].Form);
            }

            mentions.Add(new Mention(MentionKind.Number, first, i, isWeak));
        }
    }

    private static void AddNames(
        IReadOnlyList<Word> words,
        string text,
        LanguageProfile profile,
        List<Mention> mentions
    )
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (!words[i].IsCapitalised || (i == 0 && profile.StopWords.Contains(words[i].Form)))
            {
                continue;
            }

            int first = i;
            while (NextOfName(words, text, i, profile) is { } next)
            {
                i = next;
            }

            bool isLoneFirstWord = first == 0 && i == 0;
            bool isOnlyFunctionWord = first == i && profile.StopWords.Contains(words[first].Form);
            if (!isLoneFirstWord && !isOnlyFunctionWord)
            {
                MentionKind kind = IsBehindPlacePreposition(words, first, profile)
                    ? MentionKind.Place
                    : MentionKind.Name;
                mentions.Add(new Mention(kind, first, i) { IsPossessive = words[i].IsPossessive });
            }
        }
    }

    /// <summary>The next word of the name that word <paramref name="i"/> belongs to, over at most two joiners.</summary>
    private static int? NextOfName(IReadOnlyList<Word> words, string text, int i, LanguageProfile profile)
    {
        int next = i + 1;
        while (
            next < words.Count
            && next <= i + 2
            && profile.NameJoiners.Contains(words[next].Form)
            && !words[next].IsCapitalised
        )
        {
            next++;
        }

        bool joins = next < words.Count && words[next].IsCapitalised;
        return joins && text.AsSpan(words[i].End, words[next].Start - words[i].End).IndexOfAny(",;:()") < 0
            ? next
            : null;
    }

    private static bool IsBehindPlacePreposition(IReadOnlyList<Word> words, int first, LanguageProfile profile)
    {
        for (int i = first - 1; i >= 0 && i >= first - MaxWordsBetweenPlaceAndPreposition; i--)
        {
            if (profile.PlacePrepositions.Contains(words[i].Form))
            {
                return true;
            }

            if (!profile.StopWords.Contains(words[i].Form))
            {
                return false;
            }
        }

        return false;
    }
}
