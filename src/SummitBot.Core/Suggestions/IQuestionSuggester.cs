using SummitBot.Core.Access;
using SummitBot.Core.Articles;

namespace SummitBot.Core.Suggestions;

/// <summary>Finds questions that the articles answer, for people who do not know what to ask.</summary>
public interface IQuestionSuggester
{
    /// <summary>
    /// Questions to begin with, each about another article while there are enough, the newest articles first; empty when
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

    /// <summary>Questions about these articles; empty when none of them can be asked about.</summary>
    /// <param name="except">What was asked already.</param>
    /// <param name="scope">What the reader of the questions may see.</param>
    Task<IReadOnlyList<string>> SuggestAboutAsync(
        IReadOnlyList<ArticleSummary> articles,
        string language,
        int count,
        IReadOnlyList<string> except,
        AccessScope scope,
        CancellationToken cancellationToken
    );
}
