using SummitBot.Core.Storage;

namespace SummitBot.Hosting.Operation;

/// <summary>Copies the database while hosts use it, and restores copies.</summary>
public interface IDatabaseBackup
{
    /// <summary>Writes a consistent copy of the database to a new file that only this user may read.</summary>
    /// <returns>The size of the file in bytes.</returns>
    /// <exception cref="StorageUnavailableException">There is nothing to copy, or the file cannot be
    /// written.</exception>
    Task<long> BackUpAsync(string file, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the contents of the database with a copy in one step; running hosts continue with it. The previous
    /// contents are kept in a file beside the database.
    /// </summary>
    /// <returns>The file with the previous contents; null when there were none.</returns>
    /// <exception cref="StorageUnavailableException">The file is not a complete copy of ours; nothing was
    /// changed.</exception>
    Task<string?> RestoreAsync(string file, CancellationToken cancellationToken);
}
