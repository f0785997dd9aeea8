using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Suggestions;

/// <summary>
/// Finds questions that the articles answer, as suggestions for users. They are searched for in the background: callers get
/// those that are known after a short wait, and more of them later.
/// </summary>
public interface IQuestionSuggester
{
    /// <summary>
    /// Questions to start with, of different kinds and from different articles as far as there are enough, newest articles
    /// first; empty when there is no article.
    /// </summary>
    /// <param name="language">ISO 639-1 code of the language to ask in.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="scope">What the reader of the questions may see.</param>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    Task<IReadOnlyList<string>> SuggestAsync(
        string language,
        int count,
        AccessScope scope,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Questions to go on with after an answer, those about the text near its quotations first; empty when none is known.
    /// </summary>
    /// <param name="except">Questions already asked.</param>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    Task<IReadOnlyList<string>> SuggestAboutAsync(
        IReadOnlyList<SuggestionTopic> topics,
        string language,
        int count,
        IReadOnlyList<string> except,
        AccessScope scope,
        CancellationToken cancellationToken
    );
}

/// <summary>What questions are suggested about.</summary>
/// <param name="Quoted">The range of its text that an answer quoted, which needs no question any more; null when none was.</param>
public sealed record SuggestionTopic(ArticleSummary Article, TextRange? Quoted = null);
