namespace SummitBot.Ingestion.Files;

/// <summary>How a file is written.</summary>
internal enum ArticleFormat
{
    PlainText,
    Markdown,
    Html,
}
