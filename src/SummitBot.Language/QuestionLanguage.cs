using System.Collections.Frozen;

namespace SummitBot.Language;

/// <summary>
/// Tells the language of a question. Questions are too short for letter statistics; their small words tell more, and a
/// script that only one of our languages uses tells all.
/// </summary>
public static class QuestionLanguage
{
    private static readonly FrozenDictionary<string, WordSet> SmallWords = LanguageProfiles.Codes.ToFrozenDictionary(
        code => code,
        code => LanguageProfiles.For(code).StopWords,
        StringComparer.Ordinal
    );

    /// <summary>
    /// ISO 639-1 code: the language whose small words are most of the question's; the fallback when none is, or on a tie.
    /// </summary>
    public static string Detect(string question, string fallback = LanguageCodes.English)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (ByScript(question) is { } byScript)
        {
            return byScript;
        }

        string[] words = question.Split(
            (char[])[' ', '\t', '\n', ',', '.', '?', '!', ';', ':', '"', '(', ')', '¿', '¡', '«', '»', '\'', '’'],
            StringSplitOptions.RemoveEmptyEntries
        );
        string best = fallback;
        int max = SmallWords.TryGetValue(fallback, out WordSet? known) ? words.Count(known.Contains) : 0;
        foreach ((string code, WordSet small) in SmallWords.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            int count = words.Count(small.Contains);
            if (count > max)
            {
                (best, max) = (code, count);
            }
        }

        return best;
    }

    private static string? ByScript(string question)
    {
        bool hasHan = false;
        foreach (char c in question)
        {
            switch (c)
            {
                case >= '\uAC00' and <= '\uD7A3' or >= '\u1100' and <= '\u11FF':
                    return "ko";
                case >= '\u3040' and <= '\u30FF':
                    return "ja";
                case >= '\u4E00' and <= '\u9FFF':
                    hasHan = true;
                    break;
                case >= '\u0600' and <= '\u06FF':
                    return "ar";
                case >= '\u0400' and <= '\u04FF':
                    return "ru";
                case >= '\u0370' and <= '\u03FF':
                    return "el";
                case >= '\u0E00' and <= '\u0E7F':
                    return "th";
                case >= '\u0900' and <= '\u097F':
                    return "hi";
            }
        }

        return hasHan ? "zh" : null;
    }
}
