using Lucene.Net.Search;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Indexing.Storage;
using SummitBot.Language.Tokens;

namespace SummitBot.Indexing.Search;

internal sealed class LucenePassageRetriever(
    PassageSearchers searchers,
    ITermAnalyzer analyzer,
    PassageQueryWeights weights
) : IPassageRetriever
{
    /// <summary>Extra room for passages with the same score as the last requested one.</summary>
    private const int Spare = 16;

    public Task<IReadOnlyList<RetrievedPassage>> RetrieveAsync(
        RetrievalQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(searchers.Use(query.Scope, searcher => Find(searcher, query)));
    }

    private IReadOnlyList<RetrievedPassage> Find(PassageSearcher searcher, RetrievalQuery query)
    {
        Query? words = new PassageQueryBuilder(analyzer, searcher, weights).Build(query);
        return words is null
            ? []
            :
            [
                .. GetBest(searcher, words, PublishedUntil(query.AsOf), query.Count)
                    .Select(hit => Load(searcher, hit))
                    .OrderByDescending(p => p.Score)
                    .ThenBy(p => p.Passage.Id.Article)
                    .ThenBy(p => p.Passage.Id.Ordinal)
                    .Take(query.Count),
            ];
    }

    private static Filter? PublishedUntil(DateOnly? day) =>
        day is null
            ? null
            : NumericRangeFilter.NewInt32Range(
                IndexLayout.PublishedField,
                IndexLayout.Undated,
                day.Value.DayNumber,
                minInclusive: true,
                maxInclusive: true
            );

    /// <summary>
    /// The best hits and all with the same score as the last of them, so that the order of indexing does not decide
    /// between ties.
    /// </summary>
    private static IEnumerable<ScoreDoc> GetBest(PassageSearcher searcher, Query words, Filter? filter, int count)
    {
        for (int room = count + Spare; ; room *= 4)
        {
            ScoreDoc[] hits = searcher.FindBest(words, filter, room).ScoreDocs;
            if (hits.Length <= count)
            {
                return hits;
            }

            float last = hits[count - 1].Score;
            if (hits.Length < room || hits[^1].Score < last)
            {
                return hits.Where(h => h.Score >= last);
            }
        }
    }

    private static RetrievedPassage Load(PassageSearcher searcher, ScoreDoc hit)
    {
        Passage passage = PassageRecord.Read(searcher.GetRecord(hit.Doc));
        return new RetrievedPassage(passage, searcher.GetSummary(hit.Doc - passage.Id.Ordinal), hit.Score);
    }
}
