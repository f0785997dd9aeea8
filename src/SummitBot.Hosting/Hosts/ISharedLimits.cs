namespace SummitBot.Hosting.Hosts;

/// <summary>Rates that all hosts of one database enforce together.</summary>
public interface ISharedLimits
{
    /// <summary>Takes from all of the buckets, or from none when one of them has too little left.</summary>
    /// <returns>Null when it was taken, otherwise how long to wait.</returns>
    Task<TimeSpan?> TryTakeAsync(IReadOnlyList<SharedLimit> limits, CancellationToken cancellationToken);
}
