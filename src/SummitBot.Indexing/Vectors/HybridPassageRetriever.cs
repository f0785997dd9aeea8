using Microsoft.Extensions.Options;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Indexing.Search;

namespace SummitBot.Indexing.Vectors;

/// <summary>
/// Finds passages by their words and, when an embedding model and its vectors are available, also by similarity of
/// meaning. Without a working model or vectors, passages are found by words alone.
/// </summary>
internal sealed class HybridPassageRetriever(
    LucenePassageRetriever words,
    PassageSearchers searchers,
    PassageVectorStore vectors,
    QueryEmbeddings queryEmbeddings,
    IOptions<EmbeddingOptions> options
) : IPassageRetriever
{
    /// <summary>Minimum number of results of each list that are fused.</summary>
    private const int Depth = 100;

    public async Task<IReadOnlyList<RetrievedPassage>> RetrieveAsync(
        RetrievalQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        if (VectorsFor(query) is not { } known)
        {
            return await words.RetrieveAsync(query, cancellationToken);
        }

        int depth = Math.Max(query.Count, Depth);
        (IReadOnlyList<RetrievedPassage> byWords, QueryEmbedding? found) = await RetrieveAndEmbedAsync(
            query with
            {
                Count = depth,
            },
            known,
            cancellationToken
        );
        if (found is not { } embedding)
        {
            return [.. byWords.Take(query.Count)];
        }

        IReadOnlyCollection<KeyValuePair<PassageId, double>> similarities = embedding.GetSimilarities(
            byWords.Select(p => p.Passage.Id),
            depth,
            queryEmbeddings.MinSimilarity,
            query.AsOf?.DayNumber ?? int.MaxValue,
            searchers.Use(query.Scope, searcher => searcher.VisibleIds),
            cancellationToken
        );
        return Fuse(query, byWords, similarities, embedding);
    }

    /// <summary>The question is embedded while the word search runs.</summary>
    private async Task<(IReadOnlyList<RetrievedPassage> ByWords, QueryEmbedding? Meaning)> RetrieveAndEmbedAsync(
        RetrievalQuery query,
        SentenceVectors known,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<QueryEmbedding?> embedding = EmbedQueryAsync(query, known, stop.Token);
        try
        {
            return (await words.RetrieveAsync(query, cancellationToken), await embedding);
        }
        finally
        {
            // After a failed word search, the embedding is not needed any more.
            await stop.CancelAsync();
            await ((Task)embedding).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>
    /// The vectors to search in; null when there are none, or when the model does not support the question's language.
    /// </summary>
    private SentenceVectors? VectorsFor(RetrievalQuery query)
    {
        bool isWanted =
            options.Value.Weight > 0
            && queryEmbeddings.Reads(query.Language)
            && GetText(query).Any(char.IsLetterOrDigit);
        return
            isWanted
            && queryEmbeddings.Model is { } model
            && vectors.GetVectors(model) is { Header.Keys.Count: > 0 } known
            ? known
            : null;
    }

    private async Task<QueryEmbedding?> EmbedQueryAsync(
        RetrievalQuery query,
        SentenceVectors known,
        CancellationToken cancellationToken
    )
    {
        ReadOnlyMemory<float>? inContext = await queryEmbeddings.GetAsync(GetText(query), cancellationToken);
        ReadOnlyMemory<float>? alone =
            query.ContextTerms.Count == 0
                ? inContext
                : await queryEmbeddings.GetAsync(query.Question, cancellationToken);
        int dimension = known.Header.Dimension;
        return inContext?.Length == dimension && alone?.Length == dimension
            ? new QueryEmbedding(known, inContext.Value, alone.Value)
            : null;
    }

    /// <summary>For a follow-up, its own words and those from earlier turns are embedded.</summary>
    private static string GetText(RetrievalQuery query) =>
        query.ContextTerms.Count == 0
            ? query.Question
            : $"{query.Question} {string.Join(' ', query.ContextTerms.Select(t => t.Word))}";

    private IReadOnlyList<RetrievedPassage> Fuse(
        RetrievalQuery query,
        IReadOnlyList<RetrievedPassage> byWords,
        IReadOnlyCollection<KeyValuePair<PassageId, double>> similarities,
        QueryEmbedding embedding
    )
    {
        Dictionary<PassageId, RetrievedPassage> loaded = byWords.ToDictionary(p => p.Passage.Id);
        IReadOnlyDictionary<PassageId, double> fused = ScoreFusion.Fuse(
            [.. byWords.Select(p => KeyValuePair.Create(p.Passage.Id, p.Score))],
            similarities,
            options.Value.Weight
        );
        return searchers.Use(
            query.Scope,
            searcher =>
                (IReadOnlyList<RetrievedPassage>)
                    [
                        .. fused
                            .Where(f => f.Value > 0)
                            .OrderByDescending(f => f.Value)
                            .ThenBy(f => f.Key.Article)
                            .ThenBy(f => f.Key.Ordinal)
                            .Select(f => Load(searcher, f.Key, f.Value))
                            .OfType<RetrievedPassage>()
                            .Take(query.Count),
                    ]
        );

        RetrievedPassage? Load(PassageSearcher searcher, PassageId id, double score)
        {
            bool isByWords = loaded.TryGetValue(id, out RetrievedPassage? passage);
            passage ??= PassageDocuments.Find(searcher, id);
            if (passage is null || passage.Article.Published > query.AsOf)
            {
                return null;
            }

            // The index may be newer than the vectors: a passage whose text has changed was not found by its meaning.
            IReadOnlyList<double?> sentences = embedding.GetSentenceSimilarities(passage);
            return isByWords || sentences.Any(l => l is not null)
                ? passage with
                {
                    Score = score,
                    SentenceSimilarities = sentences,
                }
                : null;
        }
    }
}
