using System.Globalization;
using SummitBot.Core.Answers;

namespace SummitBot.Evaluation;

/// <summary>Changes since an earlier report, over the data sets and questions that both have.</summary>
/// <param name="Metrics">Figures that differ at the displayed precision, and times that differ by a quarter, in name
/// order.</param>
/// <param name="Questions">Questions with a better or worse result, in report order.</param>
public sealed record BaselineComparison(IReadOnlyList<MetricChange> Metrics, IReadOnlyList<QuestionChange> Questions)
{
    private const double Visible = 0.0005;

    /// <summary>Normal variation between two runs of the same program, as a share of the earlier time.</summary>
    private const double NoiseOfTime = 0.25;

    public static BaselineComparison Create(EvaluationReport before, EvaluationReport after)
    {
        IReadOnlyDictionary<string, double> previous = before.AllMetrics();
        var metrics = new List<MetricChange>();
        foreach ((string name, double value) in after.AllMetrics())
        {
            bool isKnown = previous.TryGetValue(name, out double old);
            Metric? metric = MetricCatalog.Find(name[(name.LastIndexOf('.') + 1)..]);
            if (isKnown && metric is not null && Differs(metric, old, value))
            {
                metrics.Add(new MetricChange(name, metric, old, value));
            }
        }

        IEnumerable<QuestionChange> questions = after.DataSets.SelectMany(now =>
            before.DataSets.Where(then => then.Name == now.Name).SelectMany(then => FindChanges(then, now))
        );
        return new BaselineComparison(metrics, [.. questions]);
    }

    private static bool Differs(Metric metric, double before, double after) =>
        Math.Abs(after - before) >= (metric.Unit == MetricUnit.Milliseconds ? before * NoiseOfTime : Visible);

    private static IEnumerable<QuestionChange> FindChanges(DataSetResult before, DataSetResult after)
    {
        var previous = before.Questions.ToDictionary(q => q.Id, StringComparer.Ordinal);
        foreach (QuestionResult now in after.Questions)
        {
            if (previous.TryGetValue(now.Id, out QuestionResult? then) && Change(then, now) is var (isBetter, what))
            {
                yield return new QuestionChange(after.Name, isBetter, what, then, now);
            }
        }
    }

    /// <summary>
    /// The outcome decides; then the draft, which a threshold may hide; then, for a follow-up, the ranking.
    /// </summary>
    private static (bool IsBetter, string What)? Change(QuestionResult before, QuestionResult after)
    {
        int outcome = Grade(after.Verdict) - Grade(before.Verdict);
        if (outcome != 0)
        {
            return (outcome > 0, $"{Words(before)} -> {Words(after)}");
        }

        if (before.IsAnswerable == true && before.Contains is { } had && after.Contains is { } has && had != has)
        {
            return (has, has ? "the draft now holds the gold" : "the draft no longer holds the gold");
        }

        double gain = (after.Ndcg ?? 0) - (before.Ndcg ?? 0);
        return after.IsFollowUp && Math.Abs(gain) >= Visible
            ? (
                gain > 0,
                string.Create(CultureInfo.InvariantCulture, $"nDCG@10 {before.Ndcg:0.000} -> {after.Ndcg:0.000}")
            )
            : null;
    }

    private static int Grade(Verdict verdict) =>
        verdict switch
        {
            Verdict.Right or Verdict.RightlyRefused => 2,
            Verdict.NotAnswered or Verdict.Ungraded => 1,
            _ => 0,
        };

    private static string Words(QuestionResult result) =>
        result.Verdict switch
        {
            Verdict.Right => "right",
            Verdict.Wrong => "wrong",
            Verdict.NotAnswered => "refused",
            Verdict.RightlyRefused => "rightly refused",
            Verdict.WronglyAnswered => "wrongly answered",
            _ => result.Outcome == AnswerOutcome.Answered ? "answered" : "refused",
        };
}

/// <summary>A figure that differs from the baseline's.</summary>
/// <param name="Name">Full name, <c>set.metric</c> or <c>set.kind.metric</c>.</param>
public sealed record MetricChange(string Name, Metric Metric, double Before, double After)
{
    /// <summary>Null when neither direction is better.</summary>
    public bool? IsBetter => Metric.HigherIsBetter is { } higher ? After > Before == higher : null;
}

/// <summary>A question with a better or worse result than in the baseline.</summary>
/// <param name="What">What changed, in words.</param>
public sealed record QuestionChange(
    string DataSet,
    bool IsBetter,
    string What,
    QuestionResult Before,
    QuestionResult After
);
