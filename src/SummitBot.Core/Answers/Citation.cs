using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Answers;

/// <summary>Where a sentence of an answer comes from.</summary>
/// <param name="Number">1-based, in order of appearance in the answer.</param>
/// <param name="Article">The article cited.</param>
/// <param name="Passage">A passage of it that contains the range.</param>
/// <param name="Quote">The article's plain text in <paramref name="Range"/>, word for word.</param>
/// <param name="Range">The range in the article's plain text, UTF-16 units.</param>
public sealed record Citation(int Number, ArticleSummary Article, PassageId Passage, string Quote, TextRange Range)
{
    /// <summary>The page where the range begins, from 1; null for an article without pages.</summary>
    public int? Page { get; init; }
}
