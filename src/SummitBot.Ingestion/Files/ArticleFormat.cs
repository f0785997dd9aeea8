namespace SummitBot.Ingestion.Files;

/// <summary>The format of a file.</summary>
internal enum ArticleFormat
{
    PlainText,
    Markdown,
    Html,
    ReStructuredText,
    AsciiDoc,
    RichText,
    Pdf,
    Word,
    Presentation,
    Spreadsheet,
    OpenDocument,
    Epub,
    DelimitedText,
    Mail,
    Mailbox,
    Json,
    JsonLines,

    /// <summary>A feed or a WordPress export.</summary>
    Xml,
    Gzip,
    Zip,
}
