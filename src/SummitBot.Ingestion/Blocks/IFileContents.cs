using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Blocks;

/// <summary>Receives the contents of one file of the corpus: articles, and files inside it.</summary>
internal interface IFileContents
{
    CorpusOptions Options { get; }

    ReadingLimits Limits { get; }

    /// <summary>Reads a nested file, unless it is to be left out.</summary>
    /// <param name="depth">The number of files around it.</param>
    void AddFile(ArticleOrigin origin, Func<byte[]> read, int depth);

    /// <summary>Adds an article made from a record.</summary>
    void Add(ArticleOrigin origin, Func<ParsedArticle> parse);

    /// <summary>Reports something that cannot be read, with the reason.</summary>
    void Fail(ArticleOrigin origin, ArticleReadError error, string reason);
}
