using SummitBot.Core.Access;
using SummitBot.Core.Retrieval;
using SummitBot.Language;
using SummitBot.Language.Tokens;
using SummitBot.Language.Words;

namespace SummitBot.Core.Questions;

/// <summary>Corrects misspelt question words in English: <c>waht</c>, <c>mutch</c>.</summary>
internal static class MisspeltQuestionWord
{
    private static readonly string[] Words =
    [
        "what",
        "which",
        "who",
        "whom",
        "whose",
        "when",
        "where",
        "why",
        "how",
        "much",
        "many",
        "does",
        "did",
        "the",
        "there",
        "with",
    ];

    /// <summary>The word as it was meant; itself when the index, or the dictionary, knows it.</summary>
    public static Word Correct(Word word, string language, ITermStatistics statistics, AccessScope scope)
    {
        bool mayBeMisspelt =
            language == LanguageCodes.English
            && word.Form.Length >= 3
            && word.Form.All(char.IsAsciiLetterLower)
            && !LanguageProfiles.For(language).StopWords.Contains(word.Form)
            && statistics.PassageFrequency(word.Stem, language, scope) == 0;
        string? meant = mayBeMisspelt ? Array.Find(Words, w => IsMisspelling(word.Form, w)) : null;
        return meant is null || WordTables.English.Knows(word.Form)
            ? word
            : word with
            {
                Text = meant,
                Form = meant,
                Stem = meant,
            };
    }

    /// <summary>One letter too many, one missing, or two swapped; for a short word only swapped letters.</summary>
    private static bool IsMisspelling(string form, string word)
    {
        if (form.Length == word.Length)
        {
            int first = Enumerable.Range(0, form.Length).FirstOrDefault(i => form[i] != word[i], -1);
            return first >= 0
                && first + 1 < form.Length
                && form[first] == word[first + 1]
                && form[first + 1] == word[first]
                && form[(first + 2)..] == word[(first + 2)..];
        }

        (string shorter, string longer) = form.Length < word.Length ? (form, word) : (word, form);
        return shorter.Length > 3
            && longer.Length == shorter.Length + 1
            && shorter[0] == longer[0]
            && Enumerable.Range(1, longer.Length - 1).Any(i => longer.Remove(i, 1) == shorter);
    }
}
