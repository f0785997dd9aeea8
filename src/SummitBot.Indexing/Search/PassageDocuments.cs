using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Indexing.Storage;

namespace SummitBot.Indexing.Search;

/// <summary>Passages of a commit by name, not by words.</summary>
internal static class PassageDocuments
{
    /// <summary>Every article with its passages in text order, each read when it is looked at.</summary>
    public static IEnumerable<(ArticleSummary Article, IEnumerable<Passage> Passages)> All(PassageSearcher searcher) =>
        searcher
            .DocumentsWith(IndexLayout.ArticleKind)
            .Select(searcher.GetSummary)
            .Select(article =>
                (
                    article,
                    searcher
                        .DocumentsWith(IndexLayout.IdTerm(article.Id))
                        .Skip(1)
                        .Select(document => PassageRecord.Read(searcher.GetRecord(document)))
                )
            );

    /// <summary>The passage; null when the commit has none of that id.</summary>
    public static RetrievedPassage? Find(PassageSearcher searcher, PassageId id)
    {
        int[] block = [.. searcher.DocumentsWith(IndexLayout.IdTerm(id.Article)).Take(id.Ordinal + 1)];
        return block.Length <= id.Ordinal
            ? null
            : new RetrievedPassage(
                PassageRecord.Read(searcher.GetRecord(block[id.Ordinal])),
                searcher.GetSummary(block[0]),
                0
            );
    }
}
