namespace SummitBot.Ingestion.Files;

/// <summary>How a file is written.</summary>
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
