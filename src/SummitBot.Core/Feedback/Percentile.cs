namespace SummitBot.Core.Feedback;

/// <summary>Percentiles by nearest rank: the least value that at least p percent of the values do not exceed.</summary>
public static class Percentile
{
    /// <param name="percent">Above 0, at most 100.</param>
    /// <returns>One of the values; null without values.</returns>
    public static double? Compute(double percent, IReadOnlyCollection<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        int rank = (int)Math.Ceiling(percent / 100 * values.Count);
        return values.Count == 0 ? null : values.Order().ElementAt(rank - 1);
    }
}
