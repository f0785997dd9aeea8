using SummitBot.Core.Answers.Parts;

namespace SummitBot.Evaluation;

/// <summary>What a part brings.</summary>
/// <param name="Part">The part that was left out; all others had the weights they are shipped with.</param>
/// <param name="Change">By how much each of <see cref="MetricCatalog.Headlines"/> changed without it; below 0 where it helps.</param>
public sealed record AblatedPart(AblationSwitch Part, IReadOnlyDictionary<string, double> Change)
{
    /// <param name="whole">The figures with all parts.</param>
    /// <param name="without">The figures without the part.</param>
    public static AblatedPart Create(
        AblationSwitch part,
        IReadOnlyDictionary<string, double> whole,
        IReadOnlyDictionary<string, double> without
    )
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(without);
        var change = new OrderedDictionary<string, double>(StringComparer.Ordinal);
        foreach (Metric metric in MetricCatalog.Headlines)
        {
            if (whole.TryGetValue(metric.Name, out double with) && without.TryGetValue(metric.Name, out double left))
            {
                change.Add(metric.Name, Math.Round(left - with, 6));
            }
        }

        return new AblatedPart(part, change);
    }
}
