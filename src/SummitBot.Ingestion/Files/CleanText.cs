using System.Globalization;
using System.Text;

namespace SummitBot.Ingestion.Files;

/// <summary>
/// Leaves the characters of a text as they are but for those that nobody sees: line ends become <c>\n</c>, no-break spaces
/// become spaces, and control characters, byte order marks, zero-width spaces and soft hyphens go.
/// </summary>
internal static class CleanText
{
    /// <summary>A whole text, with its lines.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\r')
            {
                clean.Append('\n');
                i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            }
            else if (Replacement(c) is { } replacement)
            {
                clean.Append(replacement);
            }
        }

        return clean.ToString();
    }

    /// <summary>One line: every run of white space is one space, none at either end.</summary>
    public static string Line(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            char? replacement = Replacement(c == '\r' ? '\n' : c);
            if (replacement is not { } kept)
            {
                continue;
            }

            if (!char.IsWhiteSpace(kept))
            {
                clean.Append(kept);
            }
            else if (clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
        }

        return clean.ToString().TrimEnd(' ');
    }

    private static char? Replacement(char c) =>
        c switch
        {
            '\n' or '\t' => c,
            '\f' or '\v' or '\u0085' or '\u2028' or '\u2029' => '\n',
            '\u00A0' or '\u202F' or '\u2007' => ' ',
            '\uFEFF' or '\u200B' or '\u00AD' or '\u2060' or '\uFFFE' or '\uFFFF' => null,
            _ => char.GetUnicodeCategory(c) == UnicodeCategory.Control ? null : c,
        };
}
