using SummitBot.Core.Answers.Explanations;

namespace SummitBot.Evaluation.Fitting;

/// <summary>The sentences that could have answered a question, best first by the shipped weights.</summary>
/// <param name="Article">What is left out together.</param>
/// <param name="Features">The features of each sentence, in the order of their names.</param>
/// <param name="Fixed">What dates and times add to each sentence, which no weight changes.</param>
/// <param name="HoldsGold">Whether each sentence holds a gold answer.</param>
internal sealed record SentenceChoice(
    string DataSet,
    string Article,
    IReadOnlyList<double[]> Features,
    IReadOnlyList<double> Fixed,
    IReadOnlyList<bool> HoldsGold
)
{
    /// <summary>One choice for each answerable question with a short gold answer and a sentence to choose.</summary>
    /// <param name="names">The features that have a weight.</param>
    public static IEnumerable<SentenceChoice> From(DataSetResult set, IReadOnlyList<string> names) =>
        from question in set.Questions
        where question is { IsAnswerable: true, HasGold: true, Trace.Sentences.Count: > 0 }
        let sentences = question.Trace!.Sentences
        select new SentenceChoice(
            set.Name,
            question.ArticleUnderTest,
            [.. sentences.Select(s => GetFeatures(s, names))],
            [
                .. sentences.Select(s =>
                    s.Features.Where(f => !names.Contains(f.Name, StringComparer.Ordinal)).Sum(f => f.Contribution)
                ),
            ],
            [.. sentences.Select(s => question.IsGold(s.Text))]
        );

    /// <summary>Whether the sentence that these weights put first holds the gold answer.</summary>
    public bool IsRightBy(IReadOnlyList<double> weights)
    {
        double[] scores = ScoresBy(weights);
        return HoldsGold[Array.IndexOf(scores, scores.Max())];
    }

    /// <summary>The score of each sentence.</summary>
    public double[] ScoresBy(IReadOnlyList<double> weights) =>
        [.. Features.Zip(Fixed, (features, more) => more + features.Zip(weights, (f, w) => f * w).Sum())];

    private static double[] GetFeatures(SentenceTrace sentence, IReadOnlyList<string> names) =>
        [.. names.Select(name => sentence.Features.First(f => f.Name == name).Value)];
}
