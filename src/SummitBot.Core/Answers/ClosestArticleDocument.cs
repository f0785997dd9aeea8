namespace SummitBot.Core.Answers;

/// <summary>An article near a question that the articles do not answer, as JSON.</summary>
public sealed record ClosestArticleDocument(string ArticleId, string Title);
