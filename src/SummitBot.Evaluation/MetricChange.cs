namespace SummitBot.Evaluation;

/// <summary>A figure that differs from the baseline's.</summary>
/// <param name="Name">Full name, <c>set.metric</c> or <c>set.kind.metric</c>.</param>
public sealed record MetricChange(string Name, Metric Metric, double Before, double After)
{
    /// <summary>Null when neither direction is better.</summary>
    public bool? IsBetter => Metric.HigherIsBetter is { } higher ? After > Before == higher : null;
}
