using SummitBot.Core.Storage;
using SummitBot.Hosting;

namespace SummitBot.Storage.Retention;

/// <summary>
/// Deletes data older than <see cref="StorageOptions.RetentionDays"/>, and the conversations that were silent longest
/// while the database is larger than <see cref="StorageOptions.MaxMegabytes"/>.
/// </summary>
public interface IRetentionSweep
{
    /// <summary>The number of deleted rows; 0 when there was nothing to delete.</summary>
    /// <exception cref="StorageUnavailableException">Nothing was deleted.</exception>
    Task<int> SweepAsync(CancellationToken cancellationToken);
}
