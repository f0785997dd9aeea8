namespace SummitBot.Core.Corpus;

/// <summary>
/// Copies of the index in a folder that several hosts reach (<see cref="IndexOptions.Snapshots"/>): one host builds the
/// index and publishes it, the others install it. Hosts of different index layouts have their own line of snapshots, so
/// that an old and a new version of the program run side by side.
/// </summary>
public interface IIndexSnapshots
{
    /// <summary>False when no folder is configured.</summary>
    bool IsEnabled { get; }

    /// <summary>Names the index layout of this program; hosts share an index only with hosts of the same one.</summary>
    string Layout { get; }

    /// <summary>The kept snapshots of this program's layout, the newest first.</summary>
    /// <exception cref="IndexUnavailableException">The folder cannot be read.</exception>
    IReadOnlyList<IndexSnapshotInfo> List();

    /// <summary>True when this host's index was made from a snapshot or has become one.</summary>
    bool HasInstalled { get; }

    /// <summary>True when all hosts stay at one snapshot.</summary>
    /// <exception cref="IndexUnavailableException">The folder cannot be read.</exception>
    bool IsPinned();

    /// <summary>True when <see cref="InstallAsync"/> is going to exchange the index.</summary>
    /// <exception cref="IndexUnavailableException">The folder cannot be read.</exception>
    bool NeedsInstall(bool keepsChanges);

    /// <summary>
    /// Makes the current snapshot this host's index, unless it is already. Every file is compared with its hash before
    /// the index is exchanged; after an error, the previous index stays in use.
    /// </summary>
    /// <param name="keepsChanges">
    /// For the host that builds: an index that was made from the current snapshot stays, unless a snapshot is pinned.
    /// </param>
    /// <returns>The current snapshot; null when nobody has published one.</returns>
    /// <exception cref="IndexUnavailableException">The snapshot cannot be read, is damaged, or cannot be written here.</exception>
    Task<IndexSnapshotInfo?> InstallAsync(bool keepsChanges, CancellationToken cancellationToken);

    /// <summary>Publishes this host's index as the current snapshot, unless it is already or one is pinned.</summary>
    /// <returns>True when there is a new snapshot.</returns>
    /// <exception cref="IndexUnavailableException">The index cannot be read, or the folder cannot be written.</exception>
    Task<bool> PublishAsync(CancellationToken cancellationToken);

    /// <summary>All hosts use this snapshot, and none publishes, until <see cref="Unpin"/>.</summary>
    /// <param name="id">The id of a kept snapshot, or the beginning of one.</param>
    /// <exception cref="IndexUnavailableException">There is no such snapshot, or the folder cannot be written.</exception>
    IndexSnapshotInfo Pin(string id);

    /// <summary>Returns to the snapshot that was published last, and lets hosts publish again.</summary>
    /// <exception cref="IndexUnavailableException">The folder cannot be written.</exception>
    void Unpin();
}

/// <summary>A snapshot of the index.</summary>
/// <param name="Id">16 hexadecimal digits, made from the contents of its files.</param>
/// <param name="CommittedAt">Time of the index's commit, UTC.</param>
/// <param name="Articles">Articles in the index.</param>
/// <param name="Passages">Passages in the index.</param>
/// <param name="Bytes">Size of its files in bytes.</param>
/// <param name="IsCurrent">The one that hosts use.</param>
/// <param name="IsPinned">True when it stays current until it is unpinned.</param>
public sealed record IndexSnapshotInfo(
    string Id,
    DateTimeOffset CommittedAt,
    int Articles,
    int Passages,
    long Bytes,
    bool IsCurrent,
    bool IsPinned
);
