namespace SummitBot.Ingestion.Files;

/// <summary>The supported file name extensions.</summary>
internal static class ArticleFormats
{
    /// <summary>Why a file of an unknown type is not read, and what to do.</summary>
    public static string ReasonAgainst(string path)
    {
        string extension = Path.GetExtension(path);
        return extension.Length > 1
            ? $"Files of the kind {extension} are not read: convert it to one that is, or leave it out with --skip '*{extension}'."
            : "Files without an extension are not read: add one, such as .txt, or leave it out with --skip.";
    }

    /// <summary>True for formats whose bytes are text.</summary>
    public static bool IsText(ArticleFormat format) =>
        format
            is ArticleFormat.PlainText
                or ArticleFormat.Markdown
                or ArticleFormat.Html
                or ArticleFormat.ReStructuredText
                or ArticleFormat.AsciiDoc
                or ArticleFormat.DelimitedText
                or ArticleFormat.Json
                or ArticleFormat.JsonLines;

    /// <summary>True for a format that compresses its contents.</summary>
    public static bool IsPacked(ArticleFormat format) =>
        format
            is ArticleFormat.Zip
                or ArticleFormat.Gzip
                or ArticleFormat.Pdf
                or ArticleFormat.Word
                or ArticleFormat.Presentation
                or ArticleFormat.Spreadsheet
                or ArticleFormat.OpenDocument
                or ArticleFormat.Epub;

    /// <summary>The format for the extension, ignoring case; null for an unknown extension.</summary>
    public static ArticleFormat? FromPath(string path)
    {
        ReadOnlySpan<char> extension = Path.GetExtension(path.AsSpan());
        Span<char> lower = stackalloc char[16];
        if (extension.Length > lower.Length || extension.ToLowerInvariant(lower) < 0)
        {
            return null;
        }

        return lower[..extension.Length] switch
        {
            ".txt" or ".text" => ArticleFormat.PlainText,
            ".md" or ".markdown" => ArticleFormat.Markdown,
            ".html" or ".htm" or ".xhtml" => ArticleFormat.Html,
            ".rst" => ArticleFormat.ReStructuredText,
            ".adoc" or ".asciidoc" or ".asc" => ArticleFormat.AsciiDoc,
            ".rtf" => ArticleFormat.RichText,
            ".pdf" => ArticleFormat.Pdf,
            ".docx" => ArticleFormat.Word,
            ".pptx" => ArticleFormat.Presentation,
            ".xlsx" => ArticleFormat.Spreadsheet,
            ".odt" => ArticleFormat.OpenDocument,
            ".epub" => ArticleFormat.Epub,
            ".csv" or ".tsv" => ArticleFormat.DelimitedText,
            ".eml" => ArticleFormat.Mail,
            ".mbox" => ArticleFormat.Mailbox,
            ".json" => ArticleFormat.Json,
            ".jsonl" or ".ndjson" => ArticleFormat.JsonLines,
            ".xml" or ".rss" or ".atom" or ".rdf" or ".wxr" => ArticleFormat.Xml,
            ".gz" => ArticleFormat.Gzip,
            ".zip" => ArticleFormat.Zip,
            _ => null,
        };
    }
}
