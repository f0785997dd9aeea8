using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Groundedness.Sources;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Retrieval;

/// <summary>A passage that speaks to a question.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Article">Its article, without the text.</param>
/// <param name="Score">The engine's score, above 0; comparable inside one result list only.</param>
public sealed record RetrievedPassage(Passage Passage, ArticleSummary Article, double Score) : ISourcePassage
{
    /// <summary>
    /// How alike in meaning the question and each sentence are: the cosine of their vectors, -1 to 1, in the order of
    /// <see cref="Passage.Sentences"/>; null for a sentence without a vector. Empty where no vectors were used.
    /// </summary>
    public IReadOnlyList<double?> SentenceSimilarities { get; init; } = [];

    string ISourcePassage.Text => Passage.Text;

    string ISourcePassage.Language => Article.Language;

    string ISourcePassage.Title => Article.Title;

    string? ISourcePassage.Heading => Passage.Heading;

    IReadOnlyList<TextRange> ISourcePassage.Sentences => Passage.Sentences;

    string ISourcePassage.GetText(TextRange range) => Passage.GetText(range);
}
