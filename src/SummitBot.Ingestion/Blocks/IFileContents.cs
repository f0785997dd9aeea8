using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Blocks;

/// <summary>Takes what stands in one file of the corpus: articles, and files inside it.</summary>
internal interface IFileContents
{
    CorpusOptions Options { get; }

    ReadingLimits Limits { get; }

    /// <summary>Reads a file inside the file that is read, unless it is to be left out.</summary>
    /// <param name="depth">How many files stand around it.</param>
    void AddFile(ArticleOrigin origin, Func<byte[]> read, int depth);

    /// <summary>Makes an article of a record.</summary>
    void Add(ArticleOrigin origin, Func<ParsedArticle> parse);

    /// <summary>Reports what cannot be read, with the reason.</summary>
    void Fail(ArticleOrigin origin, ArticleReadError error, string reason);
}
