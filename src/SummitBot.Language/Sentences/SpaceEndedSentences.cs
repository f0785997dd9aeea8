using SummitBot.Language.Tokens;

namespace SummitBot.Language.Sentences;

/// <summary>
/// Splits Thai and Lao text, which has a space where a sentence ends, but also between clauses, and around names and
/// numbers. A space ends a sentence when what stands on either side is long enough to be one and no conjunction follows.
/// </summary>
internal static class SpaceEndedSentences
{
    private const int MinSentenceLetters = 20;

    /// <summary>Letters up to the next space; a name or a title has fewer.</summary>
    private const int MinClauseLetters = 10;

    /// <param name="language">ISO 639-1 code.</param>
    public static bool AreWrittenIn(string language) => language is "th" or "lo";

    /// <summary>The sentences in order, without the spaces between them.</summary>
    public static IEnumerable<TextRange> Split(string text, TextRange range, LanguageProfile profile)
    {
        int start = range.Start;
        int letters = 0;
        for (int i = range.Start; i < range.End; i++)
        {
            letters += char.IsLetterOrDigit(text[i]) ? 1 : 0;
            bool isLong = i - start >= SentenceSplitter.MaxSentenceLength && !char.IsLowSurrogate(text[i]);
            if (isLong || (letters >= MinSentenceLetters && IsEnd(text, i, range, profile)))
            {
                yield return new TextRange(start, i);
                (start, letters) = (char.IsWhiteSpace(text[i]) ? i + 1 : i, 0);
            }
        }

        int end = range.End;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            yield return new TextRange(start, end);
        }
    }

    private static bool IsEnd(string text, int i, TextRange range, LanguageProfile profile)
    {
        if (!IsSpaceBetweenWords(text, i, range))
        {
            return false;
        }

        int letters = 0;
        int next = i + 1;
        while (next < range.End && letters < MinClauseLetters && !IsSpaceBetweenWords(text, next, range))
        {
            letters += char.IsLetterOrDigit(text[next]) ? 1 : 0;
            next++;
        }

        return letters >= MinClauseLetters && !StartsWithConjunction(text.AsSpan(i + 1, range.End - i - 1), profile);
    }

    private static bool IsSpaceBetweenWords(string text, int i, TextRange range) =>
        char.IsWhiteSpace(text[i])
        && i > range.Start
        && i + 1 < range.End
        && IsThaiOrLao(text[i - 1])
        && IsThaiOrLao(text[i + 1]);

    private static bool IsThaiOrLao(char c) => Scripts.GetScript(c) is Script.Thai or Script.Lao;

    private static bool StartsWithConjunction(ReadOnlySpan<char> text, LanguageProfile profile)
    {
        for (int length = Math.Min(MinClauseLetters, text.Length); length > 0; length--)
        {
            if (profile.Conjunctions.Contains(text[..length]))
            {
                return true;
            }
        }

        return false;
    }
}
