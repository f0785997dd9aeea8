using SummitBot.Core.Access;
using SummitBot.Core.Articles;

namespace SummitBot.Core.Suggestions;

/// <summary>Finds questions that the articles answer, as suggestions for users.</summary>
public interface IQuestionSuggester
{
    /// <summary>
    /// Questions to start with, from different articles as far as there are enough, newest articles first; empty when
    /// there is no article.
    /// </summary>
    /// <param name="language">ISO 639-1 code of the language to ask in.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="scope">What the reader of the questions may see.</param>
    Task<IReadOnlyList<string>> SuggestAsync(
        string language,
        int count,
        AccessScope scope,
        CancellationToken cancellationToken
    );

    /// <summary>Questions about these articles; empty when no question can be formed about them.</summary>
    /// <param name="except">Questions already asked.</param>
    Task<IReadOnlyList<string>> SuggestAboutAsync(
        IReadOnlyList<ArticleSummary> articles,
        string language,
        int count,
        IReadOnlyList<string> except,
        AccessScope scope,
        CancellationToken cancellationToken
    );
}
