using System.Collections.Frozen;
using SummitBot.Language.Tokens;

namespace SummitBot.Language;

/// <summary>
/// Detects the language of a question. Questions are too short for letter statistics; function words are more reliable,
/// and a script that only one supported language uses is certain.
/// </summary>
public static class QuestionLanguage
{
    private static readonly FrozenDictionary<string, WordSet> SmallWords = LanguageProfiles.Codes.ToFrozenDictionary(
        code => code,
        code => LanguageProfiles.For(code).StopWords,
        StringComparer.Ordinal
    );

    /// <summary>
    /// ISO 639-1 code: the language with the most function words in the question; the fallback when there are none, or
    /// for a tie.
    /// </summary>
    public static string Detect(string question, string fallback = LanguageCodes.English)
    {
        ArgumentNullException.ThrowIfNull(question);
        string[] words = question.Split(
            (char[])[' ', '\t', '\n', ',', '.', '?', '!', ';', ':', '"', '(', ')', '¿', '¡', '«', '»', '\'', '’'],
            StringSplitOptions.RemoveEmptyEntries
        );
        // "Who is 王小明?" asks in English.
        bool startsWithFunctionWord = words.Length > 0 && SmallWords.Values.Any(s => s.Contains(words[0]));
        if (!startsWithFunctionWord && ByScript(question) is { } byScript)
        {
            return byScript;
        }

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
            Script script = Scripts.GetScript(c);
            if (script == Script.Han)
            {
                hasHan = true;
            }
            else if (script == Script.Cyrillic)
            {
                return "ru";
            }
            else if (Scripts.GetLanguage(script) is { } language)
            {
                return language;
            }
        }

        return hasHan ? "zh" : null;
    }
}
