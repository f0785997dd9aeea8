using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;

namespace SummitBot.Core.Retrieval;

/// <summary>The articles of the index, by name. What the scope does not allow is as if it were not there.</summary>
/// <remarks>Every member throws <see cref="Corpus.IndexUnavailableException"/> when there is no readable index.</remarks>
public interface IArticleCatalog
{
    /// <summary>All articles by id; empty for an empty index. The same list until the index changes.</summary>
    IReadOnlyList<ArticleSummary> List(AccessScope scope);

    /// <summary>The article with its text, or null when the index has none of that id.</summary>
    Article? Find(ArticleId id, AccessScope scope);

    /// <summary>The passages of an article in text order; empty when the index has no such article.</summary>
    IReadOnlyList<Passage> GetPassages(ArticleId id, AccessScope scope);

    /// <summary>How many passages all articles have together.</summary>
    int CountPassages(AccessScope scope);
}
