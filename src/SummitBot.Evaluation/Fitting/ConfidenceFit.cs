using SummitBot.Core.Answers.Explanations;

namespace SummitBot.Evaluation.Fitting;

/// <summary>
/// The weights of the confidence, fitted to right and wrong first sentences, and their quality on articles that they
/// were not fitted to.
/// </summary>
/// <param name="Slope">To calibrate the shipped log odds, multiply them by this, ...</param>
/// <param name="Bias">... then add this.</param>
public sealed record ConfidenceFit(
    IReadOnlyList<FittedWeight> Weights,
    IReadOnlyList<ConfidenceCheck> Checks,
    double Slope,
    double Bias
)
{
    /// <summary>Probabilities are kept at least this far from 0 and 1.</summary>
    private const double MinProbability = 1e-5;

    private const int Folds = 8;

    private static readonly double[] Thresholds = [0.3, 0.35, 0.4, 0.42, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8];

    /// <param name="sets">Results with traces. Articles of the same name are left out together, whatever set they are in.</param>
    public static ConfidenceFit From(IReadOnlyList<DataSetResult> sets)
    {
        FeatureTrace[] shipped =
        [
            .. sets.SelectMany(s => s.Questions)
                .SelectMany(q => q.Trace?.ConfidenceParts ?? [])
                .DistinctBy(f => f.Name, StringComparer.Ordinal)
                .Where(f => f.Name != FeatureTrace.News),
        ];
        string[] names = [.. shipped.Skip(1).Select(f => f.Name)];
        ConfidenceSample[] samples = [.. sets.SelectMany(set => ConfidenceSample.From(set, names))];
        Dictionary<string, int> foldOf = samples
            .Select(s => s.Article)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Index()
            .ToDictionary(a => a.Item, a => a.Index % Folds, StringComparer.Ordinal);
        double[][] withoutFold =
        [
            .. Enumerable
                .Range(0, Folds)
                .Select(fold => LogisticRegression.Fit([.. samples.Where(s => foldOf[s.Article] != fold)])),
        ];
        double[] scaled = LogisticRegression.Fit([
            .. samples.Select(s => s with { Features = [ComputeLogOdds(s.Shipped)] }),
        ]);
        return new ConfidenceFit(
            [
                .. shipped.Zip(
                    LogisticRegression.Fit(samples),
                    (f, fitted) => new FittedWeight(f.Name, f.Weight, fitted)
                ),
            ],
            [
                .. samples
                    .GroupBy(s => s.DataSet, StringComparer.Ordinal)
                    .Select(set =>
                        Check(
                            set.Key,
                            [.. set],
                            [
                                .. set.Select(s =>
                                    LogisticRegression.Probability(withoutFold[foldOf[s.Article]], s.Features)
                                ),
                            ]
                        )
                    ),
            ],
            Slope: scaled[1],
            Bias: scaled[0]
        );
    }

    private static double ComputeLogOdds(double probability)
    {
        double inside = Math.Clamp(probability, MinProbability, 1 - MinProbability);
        return Math.Log(inside / (1 - inside));
    }

    private static ConfidenceCheck Check(string name, ConfidenceSample[] samples, double[] fitted)
    {
        (double Confidence, bool IsRight)[] answers = [.. fitted.Zip(samples, (p, s) => (p, s.IsRight))];
        return new ConfidenceCheck(
            name,
            samples.Length,
            ComputeAuroc(samples.Select(s => (s.Shipped, s.IsRight))),
            ComputeAuroc(answers),
            Calibration.ExpectedError(Calibration.Bins(answers)) ?? 0,
            [
                .. Thresholds.Select(threshold =>
                {
                    (double Confidence, bool IsRight)[] shown = [.. answers.Where(a => a.Confidence >= threshold)];
                    return new ThresholdCheck(
                        threshold,
                        (double)shown.Length / answers.Length,
                        shown.Select(a => a.IsRight ? 1.0 : 0).DefaultIfEmpty(1).Average()
                    );
                }),
            ]
        );
    }

    private static double ComputeAuroc(IEnumerable<(double Confidence, bool IsRight)> answers)
    {
        ILookup<bool, double> byRight = answers.ToLookup(a => a.IsRight, a => a.Confidence);
        return Auroc.Compute([.. byRight[true]], [.. byRight[false]]) ?? 0;
    }
}

/// <summary>How well a confidence separates right first sentences from all others.</summary>
/// <param name="ShippedAuroc">With the shipped weights.</param>
/// <param name="FittedAuroc">With weights fitted without the question's articles.</param>
/// <param name="FittedError">Expected calibration error of the fitted ones.</param>
/// <param name="Thresholds">The effect of thresholds on the fitted ones.</param>
public sealed record ConfidenceCheck(
    string DataSet,
    int Questions,
    double ShippedAuroc,
    double FittedAuroc,
    double FittedError,
    IReadOnlyList<ThresholdCheck> Thresholds
);

/// <summary>What is shown from a confidence threshold on.</summary>
/// <param name="Shown">Share of all questions.</param>
/// <param name="Right">Share of what is shown.</param>
public sealed record ThresholdCheck(double Threshold, double Shown, double Right);
