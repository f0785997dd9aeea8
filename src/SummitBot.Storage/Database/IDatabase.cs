using System.Data.Common;
using SummitBot.Core.Storage;

namespace SummitBot.Storage.Database;

/// <summary>
/// The database; converts the engine's exceptions to ours. The same statements run on every engine; each has a relation
/// <c>clock</c> for statements that write, whose <c>now</c> is the common time of all hosts.
/// </summary>
internal interface IDatabase
{
    /// <summary>The name for operators.</summary>
    string Name { get; }

    /// <summary>False when nothing was ever stored.</summary>
    bool Exists { get; }

    /// <summary>Reads a consistent snapshot; a missing database counts as empty.</summary>
    /// <exception cref="StorageUnavailableException">The database cannot be opened or read.</exception>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>
    /// Writes all or nothing. The data are committed before the task completes, so they survive a crash of the process.
    /// A shared database may run the work again after a lost connection, so it must be idempotent.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The database cannot be opened or written.</exception>
    Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken);

    /// <summary>
    /// Inside a transaction that writes: takes a lock with that name until the transaction ends. Does nothing on
    /// engines with a single writer.
    /// </summary>
    Task LockAsync(DbConnection connection, string name, bool isShared = false);
}
