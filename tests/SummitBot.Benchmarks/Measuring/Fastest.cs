namespace SummitBot.Benchmarks.Measuring;

/// <summary>The shortest duration of each of several things that were measured repeatedly.</summary>
internal sealed class Fastest
{
    private readonly TimeSpan[] _durations;

    /// <param name="count">How many things.</param>
    public Fastest(int count)
    {
        _durations = new TimeSpan[count];
        Array.Fill(_durations, TimeSpan.MaxValue);
    }

    public IReadOnlyList<TimeSpan> Durations => _durations;

    public void Add(int number, TimeSpan duration) =>
        _durations[number] = duration < _durations[number] ? duration : _durations[number];
}
