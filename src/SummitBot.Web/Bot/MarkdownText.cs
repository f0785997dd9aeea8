using System.Text;

namespace SummitBot.Web.Bot;

/// <summary>Plain text inside Markdown: shown as it is, whatever signs it holds, and never as HTML.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]~|";

    private static readonly char[] Separators = [' ', '\t', '\r', '\n'];

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            switch (c)
            {
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '&':
                    escaped.Append("&amp;");
                    break;
                default:
                    if (Special.Contains(c, StringComparison.Ordinal))
                    {
                        escaped.Append('\\');
                    }

                    escaped.Append(c);
                    break;
            }
        }

        return escaped.ToString();
    }

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
