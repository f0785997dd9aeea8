using SummitBot.Core.Storage;

namespace SummitBot.Hosting.Operation;

/// <summary>Copies the database while hosts use it, and puts a copy in its place.</summary>
public interface IDatabaseBackup
{
    /// <summary>Writes all that the database holds at one moment to a new file that only this user may read.</summary>
    /// <returns>The size of the file in bytes.</returns>
    /// <exception cref="StorageUnavailableException">There is nothing to copy, or the file cannot be written.</exception>
    Task<long> BackUpAsync(string file, CancellationToken cancellationToken);

    /// <summary>
    /// Puts the content of a copy in the place of what the database holds, all at once: running hosts go on with it. What was
    /// there is kept in a file beside the database.
    /// </summary>
    /// <returns>The file with what was there before; null when there was nothing.</returns>
    /// <exception cref="StorageUnavailableException">The file is no whole copy of ours; nothing was changed.</exception>
    Task<string?> RestoreAsync(string file, CancellationToken cancellationToken);
}
