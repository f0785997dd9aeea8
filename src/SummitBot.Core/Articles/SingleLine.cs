using System.Globalization;
using System.Text;

namespace SummitBot.Core.Articles;

/// <summary>Puts the text of files and their names on one line of a log or a report.</summary>
public static class SingleLine
{
    /// <summary>
    /// The text with line breaks, terminal control characters and direction marks replaced by their code:
    /// <c>\u001b</c>.
    /// </summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Any(IsUnsafe))
        {
            return text;
        }

        var line = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            _ = IsUnsafe(c) ? line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : line.Append(c);
        }

        return line.ToString();
    }

    private static bool IsUnsafe(char c) =>
        char.GetUnicodeCategory(c)
            is UnicodeCategory.Control
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
        || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
