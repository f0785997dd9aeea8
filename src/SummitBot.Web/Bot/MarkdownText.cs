using System.Globalization;
using System.Text;

namespace SummitBot.Web.Bot;

/// <summary>Escapes plain text for Markdown: shown unchanged, and never as HTML or a link.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]~|";

    private const string Web = "www";

    private static readonly char[] Separators = [' ', '\t', '\r', '\n'];

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '<' or '>' or '&' || BeginsLink(text, i))
            {
                escaped.Append(ReferenceTo(c));
            }
            else
            {
                escaped.Append(Special.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
            }
        }

        return escaped.ToString();
    }

    /// <summary>
    /// True for the character without which an address is not a link: clients turn <c>https://</c>, <c>www.</c> and
    /// mail addresses into links anywhere (GitHub Flavored Markdown, Autolinks).
    /// </summary>
    private static bool BeginsLink(string text, int at) =>
        text[at] switch
        {
            '@' => true,
            ':' => text.AsSpan(at + 1).StartsWith("//", StringComparison.Ordinal),
            '.' => text.AsSpan(0, at).EndsWith(Web, StringComparison.OrdinalIgnoreCase),
            _ => false,
        };

    private static string ReferenceTo(char c) =>
        c switch
        {
            '<' => "&lt;",
            '>' => "&gt;",
            '&' => "&amp;",
            _ => string.Create(CultureInfo.InvariantCulture, $"&#{(int)c};"),
        };

    /// <summary>An address that cannot end its link.</summary>
    public static string EscapeAddress(string address) =>
        address
            .Replace("(", "%28", StringComparison.Ordinal)
            .Replace(")", "%29", StringComparison.Ordinal)
            .Replace(" ", "%20", StringComparison.Ordinal);

    /// <summary>A title between double quotes.</summary>
    public static string EscapeTitle(string title) =>
        string.Join(' ', title.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal);
}
