using SummitBot.Core.Feedback;

namespace SummitBot.Evaluation;

/// <summary>How long an answer takes, from question to answer, while every core answers questions.</summary>
internal static class LatencyMetrics
{
    private const string Group = "Time";

    public static IReadOnlyList<Metric> All { get; } =
    [
        CreatePercentile("p50Ms", "Half of the answers took no longer (nearest rank).", 50),
        CreatePercentile("p99Ms", "99 % of the answers took no longer (nearest rank).", 99),
    ];

    private static Metric CreatePercentile(string name, string meaning, double percent) =>
        new(
            name,
            Group,
            meaning,
            qs => Percentile.Compute(percent, [.. qs.Where(q => q.ElapsedMs > 0).Select(q => q.ElapsedMs)])
        )
        {
            Unit = MetricUnit.Milliseconds,
            HigherIsBetter = false,
        };
}
