using System.Data.Common;
using SummitBot.Core.Storage;

namespace SummitBot.Storage.Database;

/// <summary>
/// The database, and the one place where an engine's exceptions become ours. The same statements run on every engine; each
/// has a relation <c>clock</c> for those that write, whose <c>now</c> is the time on which all hosts agree.
/// </summary>
internal interface IDatabase
{
    /// <summary>What operators know it by.</summary>
    string Name { get; }

    /// <summary>False when nothing was ever kept.</summary>
    bool Exists { get; }

    /// <summary>Reads from one state of the database; one that is not there yet is empty.</summary>
    /// <exception cref="StorageUnavailableException">The database cannot be opened or read.</exception>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>
    /// Writes all or nothing. The outcome stands before the task ends, also when the process is killed then. A shared database
    /// may run the work again after a lost connection: it must come to the same.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The database cannot be opened or written.</exception>
    Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken);

    /// <summary>
    /// Inside a transaction that writes: lets one host at a time do what has that name, until the transaction ends. Nothing
    /// where writers come one after the other anyway.
    /// </summary>
    Task LockAsync(DbConnection connection, string name, bool isShared = false);
}
