using Microsoft.Extensions.Options;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Indexing.Vectors;

namespace SummitBot.Indexing.Search;

/// <summary>
/// Finds passages by their words and, where an embedding model is set and its vectors are there, by likeness of meaning
/// too. Whatever is wrong with model or vectors, passages are found by their words.
/// </summary>
internal sealed class HybridPassageRetriever(
    LucenePassageRetriever words,
    PassageSearchers searchers,
    PassageVectorStore vectors,
    QuestionVectors questions,
    IOptions<EmbeddingOptions> options
) : IPassageRetriever
{
    /// <summary>So many of each list are fused at least.</summary>
    private const int Depth = 100;

    public async Task<IReadOnlyList<RetrievedPassage>> RetrieveAsync(
        RetrievalQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        double weight = options.Value.Weight;
        PassageVectors? known = weight > 0 && questions.Model is { } model ? vectors.Of(model) : null;
        string text = TextOf(query);
        if (known is null || !text.Any(char.IsLetterOrDigit))
        {
            return await words.RetrieveAsync(query, cancellationToken);
        }

        // The model works on the question while the words are looked up.
        Task<ReadOnlyMemory<float>?> embedding = questions.OfAsync(text, cancellationToken);
        IReadOnlyList<RetrievedPassage> byWords = await words.RetrieveAsync(
            query with
            {
                Count = Math.Max(query.Count, Depth),
            },
            cancellationToken
        );
        if (await embedding is not { } vector || vector.Length != known.Header.Dimension)
        {
            return [.. byWords.Take(query.Count)];
        }

        int until = query.AsOf?.DayNumber ?? int.MaxValue;
        IReadOnlyList<VectorHit> alike = known.Search(vector, Math.Max(query.Count, Depth), until, cancellationToken);
        return Fuse(query, byWords, alike, weight);
    }

    /// <summary>What is embedded of a follow-up are its own words and those it takes from earlier turns.</summary>
    private static string TextOf(RetrievalQuery query) =>
        query.ContextTerms.Count == 0
            ? query.Question
            : $"{query.Question} {string.Join(' ', query.ContextTerms.Select(t => t.Word))}";

    private IReadOnlyList<RetrievedPassage> Fuse(
        RetrievalQuery query,
        IReadOnlyList<RetrievedPassage> byWords,
        IReadOnlyList<VectorHit> alike,
        double weight
    )
    {
        Dictionary<PassageId, RetrievedPassage> loaded = byWords.ToDictionary(p => p.Passage.Id);
        Dictionary<PassageId, VectorHit> hits = alike.ToDictionary(h => h.Passage);
        IReadOnlyDictionary<PassageId, double> fused = ScoreFusion.Fuse(
            [.. byWords.Select(p => KeyValuePair.Create(p.Passage.Id, p.Score))],
            [.. alike.Select(h => KeyValuePair.Create(h.Passage, h.Likeness))],
            weight
        );
        return searchers.Use(searcher =>
            (IReadOnlyList<RetrievedPassage>)
                [
                    .. fused
                        .Where(f => f.Value > 0)
                        .OrderByDescending(f => f.Value)
                        .ThenBy(f => f.Key.Article)
                        .ThenBy(f => f.Key.Ordinal)
                        .Select(f =>
                            (loaded.GetValueOrDefault(f.Key) ?? Load(searcher, hits[f.Key], query.AsOf)) is { } passage
                                ? passage with
                                {
                                    Score = f.Value,
                                }
                                : null
                        )
                        .OfType<RetrievedPassage>()
                        .Take(query.Count),
                ]
        );
    }

    /// <summary>
    /// The passage as the index has it now; null when it has another text than the vector is of, or none. The index may
    /// be newer than the vectors.
    /// </summary>
    private static RetrievedPassage? Load(PassageSearcher searcher, VectorHit hit, DateOnly? asOf) =>
        PassageDocuments.Find(searcher, hit.Passage) is { } found
        && EmbeddedText.HashOf(EmbeddedText.Of(found.Article, found.Passage)) == hit.Key.Hash
        && !(found.Article.Published > asOf)
            ? found
            : null;
}
