namespace SummitBot.Evaluation.Fitting;

/// <summary>The features of the confidence in a first sentence, and whether it was right.</summary>
/// <param name="Article">The cross-validation group.</param>
/// <param name="Features">In the order of their names, without the bias.</param>
internal sealed record ConfidenceSample(
    string DataSet,
    string Article,
    IReadOnlyList<double> Features,
    double Shipped,
    bool IsRight
)
{
    /// <summary>One for each question that has a draft and can be judged.</summary>
    public static IEnumerable<ConfidenceSample> From(DataSetResult set, IReadOnlyList<string> names) =>
        from question in set.Questions
        where question is { IsGradable: true, Trace.Sentences.Count: > 0 }
        let parts = question.Trace!.ConfidenceParts
        select new ConfidenceSample(
            set.Name,
            question.ArticleUnderTest,
            [.. names.Select(name => parts.First(p => p.Name == name).Value)],
            question.Confidence,
            question is { IsAnswerable: true, FirstContains: true }
        );
}
