using SummitBot.Core.Storage;
using SummitBot.Hosting;

namespace SummitBot.Storage.Retention;

/// <summary>
/// Deletes what has been kept for longer than <see cref="StorageOptions.RetentionDays"/>, and the conversations that were
/// silent longest while there is more than <see cref="StorageOptions.MaxMegabytes"/>.
/// </summary>
public interface IRetentionSweep
{
    /// <summary>The number of rows deleted; 0 when nothing had to go.</summary>
    /// <exception cref="StorageUnavailableException">Nothing was deleted.</exception>
    Task<int> SweepAsync(CancellationToken cancellationToken);
}
