using SummitBot.Core.Storage;
using SummitBot.Hosting.Operation;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Operation;

/// <summary>PostgreSQL has tools of its own, which know its server's version: they are named.</summary>
internal sealed class PostgresBackup(PostgresDatabase database) : IDatabaseBackup
{
    public Task<long> BackUpAsync(string file, CancellationToken cancellationToken) =>
        throw Refuse($"pg_dump --format=custom --file={file} {database.ToolArguments}");

    public Task<string?> RestoreAsync(string file, CancellationToken cancellationToken) =>
        throw Refuse($"pg_restore --clean --if-exists --single-transaction {database.ToolArguments} {file}");

    private StorageUnavailableException Refuse(string command) =>
        new(
            StorageError.BadPath,
            $"The database {database.Name} is in PostgreSQL, which copies it while hosts run: `{command}`."
        );
}
