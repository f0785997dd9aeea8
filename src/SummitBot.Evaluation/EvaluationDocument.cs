using SummitBot.Core.Articles;

namespace SummitBot.Evaluation;

/// <summary>An entry of a data set's <c>corpus.jsonl</c>.</summary>
/// <param name="Id">The entry's id in the data set, for example <c>Super_Bowl_50#0</c>.</param>
/// <param name="ArticleId">The id it is indexed under.</param>
public sealed record EvaluationDocument(string Id, ArticleId ArticleId, string Title, string Text);
