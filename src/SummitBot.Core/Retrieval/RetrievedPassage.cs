using SummitBot.Core.Articles;
using SummitBot.Core.Passages;

namespace SummitBot.Core.Retrieval;

/// <summary>A passage that speaks to a question.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Article">Its article, without the text.</param>
/// <param name="Score">The engine's score, above 0; comparable inside one result list only.</param>
public sealed record RetrievedPassage(Passage Passage, ArticleSummary Article, double Score)
{
    /// <summary>
    /// How alike in meaning the question and each sentence are: the cosine of their vectors, -1 to 1, in the order of
    /// <see cref="Passage.Sentences"/>; null for a sentence without a vector. Empty where no vectors were used.
    /// </summary>
    public IReadOnlyList<double?> SentenceLikeness { get; init; } = [];
}
