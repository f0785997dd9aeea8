using SummitBot.Core.Answers.Parts;

namespace SummitBot.Evaluation;

/// <summary>The effect of an ablated component.</summary>
/// <param name="Part">The component that was switched off; all others kept their shipped weights.</param>
/// <param name="Change">The change of each of <see cref="MetricCatalog.Headlines"/> without it; negative where the
/// component helps.</param>
public sealed record AblatedPart(AblationSwitch Part, IReadOnlyDictionary<string, double> Change)
{
    /// <param name="whole">The figures with all components.</param>
    /// <param name="without">The figures without the component.</param>
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
