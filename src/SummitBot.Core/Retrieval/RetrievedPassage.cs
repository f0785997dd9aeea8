using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Groundedness.Sources;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Retrieval;

/// <summary>A passage that matches a question.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Article">Its article, without the text.</param>
/// <param name="Score">The engine's score, above 0; comparable inside one result list only.</param>
public sealed record RetrievedPassage(Passage Passage, ArticleSummary Article, double Score) : ISourcePassage
{
    /// <summary>
    /// The similarity in meaning of the question and each sentence: the cosine of their vectors, -1 to 1, in the order
    /// of <see cref="Passage.Sentences"/>; null for a sentence without a vector. Empty when no vectors were used.
    /// </summary>
    public IReadOnlyList<double?> SentenceSimilarities { get; init; } = [];

    string ISourcePassage.Text => Passage.Text;

    string ISourcePassage.Language => Article.Language;

    string ISourcePassage.Title => Article.Title;

    string? ISourcePassage.Heading => Passage.Heading;

    IReadOnlyList<TextRange> ISourcePassage.Sentences => Passage.Sentences;

    string ISourcePassage.GetText(TextRange range) => Passage.GetText(range);
}
