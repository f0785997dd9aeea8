using SummitBot.Core.Articles;

namespace SummitBot.Evaluation;

/// <summary>Questions with gold answers.</summary>
/// <param name="Name">The folder's name (of a single file: its own name, unless that is <c>queries</c>); names its figures.</param>
/// <param name="Questions">In file order.</param>
public sealed record EvaluationDataSet(string Name, IReadOnlyList<EvaluationQuestion> Questions)
{
    /// <summary>The corpus that came with the questions; null when they are about the configured corpus.</summary>
    public EvaluationCorpus? Corpus { get; init; }

    /// <summary>False when no question names an answer or a document: then only the resolving of follow-ups is measured.</summary>
    public bool HasGold => Questions.Any(q => q.DocIds.Count > 0 || q.IsAnswerable is not null);

    /// <summary>The document behind an article: of the own corpus by its id there, else the article's id.</summary>
    public string GetDocument(ArticleId article) => Corpus?.GetDocument(article) ?? article.Value;

    /// <summary>The data set with only its first questions; its corpus stays whole.</summary>
    public EvaluationDataSet Take(int count) => this with { Questions = [.. Questions.Take(count)] };

    /// <summary>The data set with rewrites, by question id, for the questions that have none of their own.</summary>
    public EvaluationDataSet WithRewrites(IReadOnlyDictionary<string, string> rewrites) =>
        this with
        {
            Questions =
            [
                .. Questions.Select(q =>
                    q.Rewrite is null && rewrites.TryGetValue(q.Id, out string? rewrite)
                        ? q with
                        {
                            Rewrite = rewrite,
                        }
                        : q
                ),
            ],
        };
}
