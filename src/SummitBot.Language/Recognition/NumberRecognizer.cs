using SummitBot.Language.Dates;
using SummitBot.Language.Tokens;

namespace SummitBot.Language.Recognition;

/// <summary>
/// Recognizes numbers, in digits and in words, with the words that belong to them: units, signs, and words such as
/// <c>about</c>; and their values.
/// </summary>
public static partial class NumberRecognizer
{
    private const string CurrencySigns = "$€£¥₽₩₹";
    private const int MaxUnitWords = 3;
    private const int MaxJoinerWords = 2;
    private const int MaxApproximatorWords = 3;

    public static bool IsNumber(Word word, LanguageProfile profile) =>
        word.HasDigit || profile.NumberWords.Contains(word.Form);

    /// <summary>
    /// True for a word that makes the following number approximate or one of several: <c>about</c>, <c>another</c>.
    /// </summary>
    public static bool IsApproximate(string wordBefore, string language) =>
        DateWords.For(language).Rough.Contains(wordBefore);

    /// <summary>The numbers of a sentence in text order; those of dates are among them.</summary>
    public static IEnumerable<Mention> Find(IReadOnlyList<Word> words, LanguageProfile profile)
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

            yield return new Mention(MentionKind.Number, first, i, isWeak);
        }
    }

    /// <summary>The numbers that are not part of a date, in text order.</summary>
    public static IReadOnlyList<NumberSpan> FindSpans(IRecognizedSentence sentence, LanguageProfile profile)
    {
        Mention[] numbers = [.. sentence.Mentions.Where(m => m.Kind == MentionKind.Number && !IsInDate(m, sentence))];
        var spans = new List<NumberSpan>();
        for (int i = 0; i < numbers.Length; i++)
        {
            Mention number = numbers[i];
            while (i + 1 < numbers.Length && AreOne(number, numbers[i + 1], sentence, profile))
            {
                number = number with { Last = numbers[i + 1].Last, IsWeak = number.IsWeak && numbers[i + 1].IsWeak };
                i++;
            }

            spans.Add(Widen(number, sentence, profile) with { IsChange = IsChange(number, sentence, profile) });
        }

        return spans;
    }

    private static bool IsInDate(Mention number, IRecognizedSentence sentence) =>
        sentence.Mentions.Any(m => m.Kind == MentionKind.Date && m.First <= number.First && number.Last <= m.Last);

    /// <summary><c>three or four</c>, <c>3 to 5</c>, <c>three and a half</c>.</summary>
    private static bool AreOne(Mention one, Mention other, IRecognizedSentence sentence, LanguageProfile profile)
    {
        int between = other.First - one.Last - 1;
        return between is > 0 and <= MaxJoinerWords
            && profile.ShortAnswers.NumberJoiners.Contains(Phrase(sentence.Words, one.Last + 1, between));
    }

    private static bool IsChange(Mention number, IRecognizedSentence sentence, LanguageProfile profile) =>
        number.First > 0
        && profile.PlacePrepositions.Contains(sentence.Words[number.First - 1].Form)
        && Enumerable
            .Range(number.First, number.Last - number.First)
            .Any(i => profile.ShortAnswers.NumberJoiners.Contains(sentence.Words[i].Form));

    private static NumberSpan Widen(Mention number, IRecognizedSentence sentence, LanguageProfile profile)
    {
        IReadOnlyList<Word> words = sentence.Words;
        string text = sentence.Text;
        int start = words[number.First].Start;
        int end = words[number.Last].BareEnd;
        bool hasCurrency = start > 0 && CurrencySigns.Contains(text[start - 1], StringComparison.Ordinal);
        start -= hasCurrency ? 1 : 0;
        start = WithApproximator(number.First, start, words, profile);
        if (end < text.Length && text[end] == '%')
        {
            return new NumberSpan(number, new Span(start, end + 1))
            {
                HasCurrencySign = hasCurrency,
                HasPercentSign = true,
            };
        }

        int last = number.Last;
        while (last + 1 < words.Count && last - number.Last < MaxUnitWords && IsUnit(last + 1, words, text, profile))
        {
            last++;
        }

        return new NumberSpan(number, new Span(start, words[last].BareEnd))
        {
            HasCurrencySign = hasCurrency,
            Unit = last > number.Last ? last : null,
        };
    }

    private static bool IsUnit(int at, IReadOnlyList<Word> words, string text, LanguageProfile profile) =>
        (
            profile.ShortAnswers.Units.Contains(words[at].Form)
            || profile.ShortAnswers.DurationUnits.Contains(words[at].Form)
        )
        && text.AsSpan(words[at - 1].End, words[at].Start - words[at - 1].End).IndexOfAny(",;:()") < 0;

    private static int WithApproximator(int first, int start, IReadOnlyList<Word> words, LanguageProfile profile)
    {
        for (int length = Math.Min(MaxApproximatorWords, first); length > 0; length--)
        {
            if (profile.ShortAnswers.Approximators.Contains(Phrase(words, first - length, length)))
            {
                return words[first - length].Start;
            }
        }

        return start;
    }

    private static string Phrase(IReadOnlyList<Word> words, int first, int count) =>
        string.Join(' ', words.Skip(first).Take(count).Select(w => w.Form));
}
