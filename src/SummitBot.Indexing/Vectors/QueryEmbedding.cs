using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;

namespace SummitBot.Indexing.Vectors;

/// <summary>The vectors of a question, with the index's vectors.</summary>
/// <param name="Known">The index's vectors.</param>
/// <param name="InContext">The question's vector, including words that a follow-up takes from earlier turns: finds
/// passages.</param>
/// <param name="Alone">The vector of the question's own words: chooses the sentence, so that the previous question is
/// not answered again.</param>
internal sealed record QueryEmbedding(
    SentenceVectors Known,
    ReadOnlyMemory<float> InContext,
    ReadOnlyMemory<float> Alone
)
{
    /// <summary>Number of most similar sentences examined for each passage of a list.</summary>
    private const int SentencesPerPassage = 3;

    /// <summary>
    /// The similarities of passages found by words, as far as they have vectors, and of passages found by meaning.
    /// </summary>
    /// <param name="depth">Maximum number of passages found by meaning.</param>
    /// <param name="min">Minimum similarity of the best sentence of a passage found by meaning alone.</param>
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

        IEnumerable<PassageId> similar = Known
            .Search(InContext, depth * SentencesPerPassage, until, among, cancellationToken)
            .TakeWhile(h => h.Similarity >= min)
            .SelectMany(h => h.Key.Passages)
            .Distinct()
            .Take(depth);
        foreach (PassageId passage in similar.Where(p => !similarities.ContainsKey(p)))
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
    public IReadOnlyList<double?> GetSentenceSimilarities(RetrievedPassage passage) =>
        Known.GetSimilarities(passage, Alone.Span);
}
