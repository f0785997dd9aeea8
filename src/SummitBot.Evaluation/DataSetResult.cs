namespace SummitBot.Evaluation;

/// <summary>The figures of one data set.</summary>
/// <param name="Metrics">By the names of <see cref="MetricCatalog"/>; a metric without anything to measure is absent.</param>
/// <param name="Kinds">The figures of <see cref="MetricCatalog.ForKinds"/> for each kind of question; empty when the data set has no kinds.</param>
/// <param name="Curve">Error against coverage, from the highest threshold to the lowest, thinned for drawing.</param>
/// <param name="Reliability">Accuracy of the first sentence by confidence, over the answerable and unanswerable questions.</param>
/// <param name="Questions">In file order.</param>
public sealed record DataSetResult(
    string Name,
    IReadOnlyDictionary<string, double> Metrics,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Kinds,
    IReadOnlyList<RiskCoveragePoint> Curve,
    IReadOnlyList<ReliabilityBin> Reliability,
    IReadOnlyList<QuestionResult> Questions
)
{
    private const int MaxCurvePoints = 200;

    /// <summary>What each part of answering brings; null when that was not measured.</summary>
    public IReadOnlyList<AblatedPart>? Ablation { get; init; }

    /// <summary>Works the figures out.</summary>
    /// <param name="questions">In file order, at least one.</param>
    public static DataSetResult Create(string name, IReadOnlyList<QuestionResult> questions) =>
        new(
            name,
            MetricCatalog.Measure(questions),
            questions
                .Where(q => q.Kind is not null)
                .GroupBy(q => q.Kind!, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => MetricCatalog.MeasureKind([.. g]), StringComparer.Ordinal),
            RiskCoverage.Thin(AbstentionMetrics.Curve(questions), MaxCurvePoints),
            AbstentionMetrics.Reliability(questions),
            questions
        );
}
