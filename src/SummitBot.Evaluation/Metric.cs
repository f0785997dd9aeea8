using System.Globalization;

namespace SummitBot.Evaluation;

/// <summary>A figure over the questions of a data set.</summary>
/// <param name="Name">Its name in reports and limits, camelCase.</param>
/// <param name="Group">The heading it is shown under.</param>
/// <param name="Meaning">One sentence: what is measured over which questions, and by which definition.</param>
/// <param name="Measure">The figure; null when there is nothing to measure.</param>
public sealed record Metric(
    string Name,
    string Group,
    string Meaning,
    Func<IReadOnlyList<QuestionResult>, double?> Measure
)
{
    public MetricUnit Unit { get; init; } = MetricUnit.Share;

    /// <summary>Null when neither more nor less is better.</summary>
    public bool? HigherIsBetter { get; init; } = true;

    /// <summary>The figure as shown to people.</summary>
    public string Format(double value) =>
        Unit switch
        {
            MetricUnit.Share => value.ToString("0.000", CultureInfo.InvariantCulture),
            MetricUnit.Milliseconds => value.ToString("0.0", CultureInfo.InvariantCulture),
            _ => value.ToString("0", CultureInfo.InvariantCulture),
        };
}

public enum MetricUnit
{
    /// <summary>0 to 1, shown with three decimals.</summary>
    Share,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>A mean number of characters.</summary>
    Characters,

    Milliseconds,
}
