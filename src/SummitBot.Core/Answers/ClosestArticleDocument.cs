namespace SummitBot.Core.Answers;

/// <summary>An article that is close to an unanswered question, as JSON.</summary>
public sealed record ClosestArticleDocument(string ArticleId, string Title);
