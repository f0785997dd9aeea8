using SummitBot.Core.Articles;
using SummitBot.Core.Passages;

namespace SummitBot.Indexing.Vectors;

/// <summary>A question among the vectors of an index.</summary>
/// <param name="Known">The vectors.</param>
/// <param name="InContext">The question's vector with the words that a follow-up takes from earlier turns: finds passages.</param>
/// <param name="Alone">The vector of the question's own words: says which sentence answers, and not the former question again.</param>
internal sealed record QueryEmbedding(
    SentenceVectors Known,
    ReadOnlyMemory<float> InContext,
    ReadOnlyMemory<float> Alone
)
{
    /// <summary>So many of the sentences most like the question are looked at for each passage of a list.</summary>
    private const int SentencesPerPassage = 3;

    /// <summary>
    /// The likenesses of passages found by words, as far as they have vectors, and of those that are found by their
    /// meaning.
    /// </summary>
    /// <param name="depth">So many passages are found by their meaning at most.</param>
    /// <param name="min">What the likest sentence of a passage must come to that is found by its meaning alone.</param>
    /// <param name="until">Passages of articles published after this day number are not found.</param>
    /// <param name="among">The articles that may be found; null for all.</param>
    public IReadOnlyCollection<KeyValuePair<PassageId, double>> GetSimilarities(
        IEnumerable<PassageId> byWords,
        int depth,
        double min,
        int until,
        IReadOnlySet<ArticleId>? among,
        CancellationToken cancellationToken
    )
    {
        var similarities = new Dictionary<PassageId, double>();
        foreach (PassageId passage in byWords)
        {
            Add(passage);
        }

        IEnumerable<PassageId> alike = Known
            .Search(InContext, depth * SentencesPerPassage, until, among, cancellationToken)
            .TakeWhile(h => h.Similarity >= min)
            .SelectMany(h => h.Key.Passages)
            .Distinct()
            .Take(depth);
        foreach (PassageId passage in alike.Where(p => !similarities.ContainsKey(p)))
        {
            Add(passage);
        }

        return similarities;

        void Add(PassageId passage)
        {
            if (Known.GetSimilarity(passage, InContext.Span) is { } similarity)
            {
                similarities.Add(passage, similarity);
            }
        }
    }

    /// <inheritdoc cref="SentenceVectors.GetSimilarities"/>
    public IReadOnlyList<double?> GetSentenceSimilarities(Passage passage) =>
        Known.GetSimilarities(passage, Alone.Span);
}
