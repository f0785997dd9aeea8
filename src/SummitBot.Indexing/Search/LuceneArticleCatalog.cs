using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Indexing.Storage;

namespace SummitBot.Indexing.Search;

internal sealed class LuceneArticleCatalog(PassageSearchers searchers) : IArticleCatalog
{
    public IReadOnlyList<ArticleSummary> List(AccessScope scope) => searchers.Use(scope, searcher => searcher.Articles);

    public Article? Find(ArticleId id, AccessScope scope) =>
        searchers.Use(
            scope,
            searcher =>
                searcher.DocumentsWith(IndexLayout.IdTerm(id)).Take(1).ToArray() is [var first]
                    ? ArticleRecord.Read(searcher.GetSummary(first), searcher.GetRecord(first))
                    : null
        );

    public IReadOnlyList<Passage> GetPassages(ArticleId id, AccessScope scope) =>
        searchers.Use<IReadOnlyList<Passage>>(
            scope,
            searcher =>
                [
                    .. searcher
                        .DocumentsWith(IndexLayout.IdTerm(id))
                        .Skip(1)
                        .Select(document => PassageRecord.Read(searcher.GetRecord(document))),
                ]
        );

    public int CountPassages(AccessScope scope) => searchers.Use(scope, searcher => searcher.PassageCount);
}
