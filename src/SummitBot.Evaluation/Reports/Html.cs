using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SummitBot.Evaluation.Reports;

/// <summary>Text for an HTML page.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>
    /// Escapes text for use between tags or in a quoted attribute; letters of every script stay readable.
    /// </summary>
    public static string Escape(string text) => Encoder.Encode(text);
}
