using System.Text.RegularExpressions;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Formats;
using SummitBot.Ingestion.FrontMatter;
using SummitBot.Ingestion.Pages;

namespace SummitBot.Ingestion.Records;

/// <summary>The text of a record, which is HTML or plain text and does not say which.</summary>
internal static partial class RecordText
{
    public static ParsedArticle Parse(ArticleMetadata metadata, string text, CancellationToken cancellationToken) =>
        Tag().IsMatch(text)
            ? new ParsedArticle(metadata, null, HtmlBlocks.FromFragment(WithParagraphs(text), cancellationToken))
            : PlainTextParser.ParseBody(metadata, text);

    /// <summary>In posts that mark no paragraphs, blank lines part them (as WordPress shows them).</summary>
    private static string WithParagraphs(string html) =>
        Paragraph().IsMatch(html) ? html : BlankLine().Replace(html, "<p>");

    [GeneratedRegex("</?[a-zA-Z][a-zA-Z0-9]{0,15}(\\s[^<>]{0,1000})?/?>", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Tag();

    [GeneratedRegex("<(p|div|br)[\\s>/]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Paragraph();

    [GeneratedRegex("\\n[ \\t]*\\n", RegexOptions.None, 1_000)]
    private static partial Regex BlankLine();
}
