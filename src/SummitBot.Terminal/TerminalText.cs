using System.Globalization;
using System.Text;
using SummitBot.Language;

namespace SummitBot.Terminal;

/// <summary>
/// Makes text of articles and users safe to print: it must not move the cursor, ring the bell or change the text
/// direction.
/// </summary>
public static class TerminalText
{
    /// <summary>One line: control characters are removed, each sequence of white space becomes one space.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                _ = clean.Length > 0 && clean[^1] != ' ' ? clean.Append(' ') : clean;
            }
            else if (!IsUnsafe(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>Like <see cref="Clean"/>, line by line; line breaks are kept.</summary>
    public static string CleanLines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join('\n', text.Split('\n').Select(Clean));
    }

    /// <summary>Control characters, and the marks that override the direction of text.</summary>
    private static bool IsUnsafe(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control
        || (rune.IsBmp && DirectionControls.Contains((char)rune.Value));
}
