using System.Buffers;
using System.Globalization;
using System.Text;
using SummitBot.Language;

namespace SummitBot.Ingestion.Files;

/// <summary>
/// Leaves the characters of a text as they are but for those that nobody sees: line ends become <c>\n</c>, no-break spaces
/// become spaces, and control characters, byte order marks, zero-width spaces and soft hyphens go. So do the characters
/// that turn the direction of the text after them; the marks that Arabic and Hebrew texts need (U+200E, U+200F, U+061C) stay.
/// </summary>
internal static class CleanText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create([
        .. Enumerable.Range(0, 0xFFFE).Select(c => (char)c).Where(c => Replacement(c) == c),
    ]);

    private static readonly SearchValues<char> PlainInLine = SearchValues.Create([
        .. Enumerable
            .Range(0, 0xFFFE)
            .Select(c => (char)c)
            .Where(c => Replacement(c) == c && (c == ' ' || !char.IsWhiteSpace(c))),
    ]);

    /// <summary>A whole text, with its lines.</summary>
    public static string From(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }

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
        string trimmed = text.Trim();
        if (!trimmed.AsSpan().ContainsAnyExcept(PlainInLine) && !trimmed.Contains("  ", StringComparison.Ordinal))
        {
            return trimmed;
        }

        var clean = new StringBuilder(trimmed.Length);
        foreach (char c in trimmed)
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

        clean.Length -= clean.Length > 0 && clean[^1] == ' ' ? 1 : 0;
        return clean.ToString();
    }

    private static char? Replacement(char c) =>
        c switch
        {
            '\n' or '\t' => c,
            '\f' or '\v' or '\u0085' or '\u2028' or '\u2029' => '\n',
            '\u00A0' or '\u202F' or '\u2007' => ' ',
            '\uFEFF' or '\u200B' or '\u00AD' or '\u2060' or '\uFFFE' or '\uFFFF' => null,
            _ => char.GetUnicodeCategory(c) == UnicodeCategory.Control || DirectionControls.Contains(c) ? null : c,
        };
}
