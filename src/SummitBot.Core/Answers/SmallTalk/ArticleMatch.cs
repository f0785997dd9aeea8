using SummitBot.Core.Articles;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>What a name that somebody used for an article came to.</summary>
/// <param name="Article">The article meant; null when none, or more than one, can be meant.</param>
/// <param name="Near">Without an article: those that the name fits best, best first, at most three.</param>
/// <param name="IsAmbiguous">The name fits all of <paramref name="Near"/>, or names nothing.</param>
public sealed record ArticleMatch(ArticleSummary? Article, IReadOnlyList<ArticleSummary> Near, bool IsAmbiguous);
