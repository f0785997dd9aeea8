namespace SummitBot.Hosting.Hosts;

/// <summary>Rates that all hosts of one database enforce together.</summary>
public interface ISharedLimits
{
    /// <summary>Takes from all of the buckets, or from none when one of them has too little left.</summary>
    /// <returns>Null when it was taken, otherwise how long to wait.</returns>
    Task<TimeSpan?> TryTakeAsync(IReadOnlyList<SharedLimit> limits, CancellationToken cancellationToken);
}

/// <summary>A token bucket that hosts share.</summary>
/// <param name="Key">Identifies the bucket.</param>
/// <param name="Permits">Size of the bucket, at least 1; refilled evenly over the window.</param>
/// <param name="Cost">The permits to take; at most <paramref name="Permits"/>.</param>
public sealed record SharedLimit(string Key, int Permits, TimeSpan Window, int Cost = 1);
