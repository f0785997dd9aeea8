using System.Globalization;
using System.Text;

namespace SummitBot.Groundedness.Sources;

/// <summary>The words of a text without typing variants: compatibility forms, accents, quotes, dashes, case, spaces.</summary>
public static class TextNormalizer
{
    /// <summary>Lower-case words and numbers separated by single spaces, with a space at either end.</summary>
    public static string Normalize(string text)
    {
        var plain = new StringBuilder(text.Length + 2).Append(' ');
        foreach (char c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '%' or '$' or '€' or '£')
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain[^1] == ' ' ? plain.ToString() : plain.Append(' ').ToString();
    }
}
