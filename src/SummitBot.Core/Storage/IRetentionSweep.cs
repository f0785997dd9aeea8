namespace SummitBot.Core.Storage;

/// <summary>Deletes what has been kept for longer than <see cref="StorageOptions.RetentionDays"/>.</summary>
public interface IRetentionSweep
{
    /// <summary>The number of rows deleted; 0 when nothing is old enough, or everything is kept for ever.</summary>
    /// <exception cref="StorageUnavailableException">Nothing was deleted.</exception>
    Task<int> SweepAsync(CancellationToken cancellationToken);
}
