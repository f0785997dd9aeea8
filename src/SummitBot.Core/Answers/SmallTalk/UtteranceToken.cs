using System.Globalization;
using System.Text;
using SummitBot.Language;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>
/// A word as small talk is compared: lower case, without accents and vowel signs. Scripts whose words are not, or not
/// always, parted by spaces (Han, kana, Hangul) give one token a character.
/// </summary>
/// <param name="Form">The form compared.</param>
/// <param name="Start">First UTF-16 unit in the text.</param>
/// <param name="End">One past the last unit.</param>
internal readonly record struct UtteranceToken(string Form, int Start, int End)
{
    private const char Tatweel = '\u0640';

    /// <summary>The tokens of a text in order.</summary>
    public static IReadOnlyList<UtteranceToken> Tokenize(string text)
    {
        var tokens = new List<UtteranceToken>();
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isInside = i < text.Length && IsPartOfWord(text[i]);
            bool standsAlone = isInside && IsSyllabic(text[i]);
            if (start >= 0 && (!isInside || standsAlone))
            {
                Add(tokens, text, start, i);
                start = -1;
            }

            if (standsAlone)
            {
                Add(tokens, text, i, i + 1);
            }
            else if (isInside && start < 0)
            {
                start = i;
            }
        }

        return tokens;
    }

    /// <summary>The forms alone.</summary>
    public static string[] GetForms(string text) => [.. Tokenize(text).Select(t => t.Form)];

    /// <summary>True when a text holds a word that questions of the language ask with.</summary>
    public static bool Asks(string text, string language)
    {
        string forms = $" {string.Join(' ', GetForms(text))} ";
        return LanguageProfiles
            .For(language)
            .QuestionTypes.Values.SelectMany(phrases => phrases)
            .Any(p => forms.Contains($" {string.Join(' ', GetForms(p))} ", StringComparison.Ordinal));
    }

    private static void Add(List<UtteranceToken> tokens, string text, int start, int end)
    {
        string form = Fold(text[start..end]);
        if (form.Length > 0)
        {
            tokens.Add(new UtteranceToken(form, start, end));
        }
    }

    private static bool IsPartOfWord(char c) =>
        char.IsLetterOrDigit(c)
        || char.IsSurrogate(c)
        || c == Tatweel
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    private static bool IsSyllabic(char c) =>
        c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3';

    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (char c in Decomposed(word.ToLowerInvariant()))
        {
            if (char.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && c != Tatweel)
            {
                folded.Append(
                    c switch
                    {
                        'ى' => 'ي',
                        'ة' => 'ه',
                        _ => c,
                    }
                );
            }
        }

        return folded.ToString();
    }

    /// <summary>Letters parted from their marks; Hangul syllables stay whole, and so does a broken surrogate.</summary>
    private static string Decomposed(string word) =>
        word.Any(c => IsSyllabic(c) || char.IsSurrogate(c)) ? word : word.Normalize(NormalizationForm.FormD);
}
