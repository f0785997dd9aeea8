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

    /// <summary>Letters beyond a to z, which decide between languages with as many function words.</summary>
    private static readonly FrozenDictionary<string, string> OwnLetters = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["de"] = "äöüß",
        ["es"] = "áéíóúñ",
        ["fr"] = "àâçèêëîïôùûœ",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// ISO 639-1 code: the language with the most function words in the question; of several the one that has letters of
    /// its words; the fallback when nothing tells.
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
        int max = Rate(fallback, words);
        foreach (string code in SmallWords.Keys.Order(StringComparer.Ordinal))
        {
            int rating = Rate(code, words);
            if (rating > max)
            {
                (best, max) = (code, rating);
            }
        }

        return best;
    }

    /// <summary>Names keep their letters in every language, so words with a capital do not tell.</summary>
    private static int Rate(string code, string[] words)
    {
        int small = SmallWords.TryGetValue(code, out WordSet? known) ? words.Count(known.Contains) : 0;
        bool hasOwnLetters =
            small > 0
            && OwnLetters.TryGetValue(code, out string? letters)
            && Array.Exists(words, w => char.IsLower(w[0]) && w.AsSpan().ContainsAny(letters));
        return (2 * small) + (hasOwnLetters ? 1 : 0);
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
