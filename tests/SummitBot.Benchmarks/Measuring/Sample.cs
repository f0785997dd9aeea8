namespace SummitBot.Benchmarks.Measuring;

/// <summary>Durations of single calls.</summary>
internal sealed class Sample(IEnumerable<TimeSpan> durations)
{
    private readonly TimeSpan[] _sorted = [.. durations.Order()];

    public TimeSpan Median => Percentile(50);

    public TimeSpan Max => _sorted[^1];

    /// <summary>
    /// The nearest-rank percentile: the smallest duration that at least this percentage do not exceed.
    /// </summary>
    /// <param name="percent">Above 0, at most 100.</param>
    public TimeSpan Percentile(double percent) => _sorted[(int)Math.Ceiling(percent / 100 * _sorted.Length) - 1];
}
