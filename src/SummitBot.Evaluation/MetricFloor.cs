using System.Globalization;

namespace SummitBot.Evaluation;

/// <summary>The least value of a figure that a gate lets through.</summary>
/// <param name="Name">Full name, <c>set.metric</c> or <c>set.kind.metric</c>.</param>
public sealed record MetricFloor(string Name, double Min)
{
    /// <summary>Reads <c>squad2-dev.contains=0.86</c>.</summary>
    /// <exception cref="EvaluationDataException">It is not of that form.</exception>
    public static MetricFloor Parse(string text)
    {
        int equals = text.LastIndexOf('=');
        if (
            equals > 0
            && double.TryParse(
                text.AsSpan(equals + 1),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out double min
            )
            && double.IsFinite(min)
        )
        {
            return new MetricFloor(text[..equals].Trim(), min);
        }

        throw new EvaluationDataException($"'{text}' is no limit: write it like squad2-dev.contains=0.86.");
    }

    /// <summary>A sentence for each figure that is below its floor, in the order of the floors; empty when none is.</summary>
    /// <exception cref="EvaluationDataException">The report has no figure of a floor's name; the message lists those it has.</exception>
    public static IReadOnlyList<string> Check(IReadOnlyList<MetricFloor> floors, EvaluationReport report) =>
        Check(floors, report.AllMetrics());

    /// <summary>A sentence for each figure that is below its floor, in the order of the floors; empty when none is.</summary>
    /// <param name="values">The figures by their full names.</param>
    /// <exception cref="EvaluationDataException">There is no figure of a floor's name; the message lists those there are.</exception>
    public static IReadOnlyList<string> Check(
        IReadOnlyList<MetricFloor> floors,
        IReadOnlyDictionary<string, double> values
    )
    {
        var failures = new List<string>();
        foreach (MetricFloor floor in floors)
        {
            if (!values.TryGetValue(floor.Name, out double value))
            {
                throw new EvaluationDataException(
                    $"There is no figure '{floor.Name}'; there are: {string.Join(", ", values.Keys)}."
                );
            }

            if (value < floor.Min)
            {
                failures.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{floor.Name} is {value:0.####}, below the least of {floor.Min:0.####}."
                    )
                );
            }
        }

        return failures;
    }
}
