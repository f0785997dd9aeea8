namespace SummitBot.Evaluation;

/// <summary>Every figure that an evaluation gives, each defined in one place.</summary>
public static class MetricCatalog
{
    /// <summary>In the order they are shown.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        .. CountMetrics.All,
        .. RetrievalMetrics.All,
        .. AnswerMetrics.All,
        .. AbstentionMetrics.All,
        .. FollowUpMetrics.All,
        .. LatencyMetrics.All,
    ];

    /// <summary>Metrics that are also reported for each kind of question: few enough for one table.</summary>
    public static IReadOnlyList<Metric> ForKinds { get; } =
    [
        .. All.Where(m =>
            m.Name is "questions" or "hit1" or "passage1" or "contains" or "answered" or "refused" or "rightAndCited"
        ),
    ];

    /// <summary>The few metrics that summarize the overall quality.</summary>
    public static IReadOnlyList<Metric> Headlines { get; } =
    [
        .. All.Where(m =>
            m.Name is "passage1" or "contains" or "f1" or "auroc" or "ndcg10" or "rightAndCited" or "refused"
        ),
    ];

    /// <summary>The metric with that name; null when there is none.</summary>
    public static Metric? Find(string name) => All.FirstOrDefault(m => m.Name == name);

    /// <summary>
    /// All figures over these questions, in the order of <see cref="All"/>, without metrics that have nothing to
    /// measure.
    /// </summary>
    public static IReadOnlyDictionary<string, double> Measure(IReadOnlyList<QuestionResult> questions) =>
        Measure(All, questions);

    /// <summary>The figures for one kind of question.</summary>
    public static IReadOnlyDictionary<string, double> MeasureKind(IReadOnlyList<QuestionResult> questions) =>
        Measure(ForKinds, questions);

    private static OrderedDictionary<string, double> Measure(
        IReadOnlyList<Metric> metrics,
        IReadOnlyList<QuestionResult> questions
    )
    {
        var values = new OrderedDictionary<string, double>(StringComparer.Ordinal);
        foreach (Metric metric in metrics)
        {
            if (metric.Measure(questions) is { } value)
            {
                values.Add(metric.Name, Math.Round(value, 6));
            }
        }

        return values;
    }
}
