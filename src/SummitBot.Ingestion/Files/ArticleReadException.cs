using SummitBot.Core.Articles;

namespace SummitBot.Ingestion.Files;

/// <summary>
/// Stops the reading of one file; only the article reader catches it and converts it to a failed result. The message is
/// shown to people, so it says what is wrong and how to fix it.
/// </summary>
internal sealed class ArticleReadException(ArticleReadError error, string message) : Exception(message)
{
    public ArticleReadError Error { get; } = error;
}
