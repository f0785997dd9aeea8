using SummitBot.Core.Articles;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>The article that a user's words refer to.</summary>
/// <param name="Article">Null when no article, or more than one, can be meant.</param>
/// <param name="Near">Without an article: the best matches, best first, at most three.</param>
/// <param name="IsAmbiguous">True when the name fits all of <paramref name="Near"/>, or names nothing.</param>
public sealed record ArticleMatch(ArticleSummary? Article, IReadOnlyList<ArticleSummary> Near, bool IsAmbiguous);
