using SummitBot.Core.Articles;

namespace SummitBot.Ingestion.Files;

/// <summary>
/// Ends the reading of one file; the article reader turns it into a failed result, nobody else catches it.
/// The message is the sentence that people read, so it says what is wrong and how to mend it.
/// </summary>
internal sealed class ArticleReadException(ArticleReadError error, string message) : Exception(message)
{
    public ArticleReadError Error { get; } = error;
}
