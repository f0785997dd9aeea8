using Dapper;
using Npgsql;
using SummitBot.Core.Storage;

namespace SummitBot.Storage.Database;

/// <summary>Brings a PostgreSQL database to the present schema; one host at a time does.</summary>
internal static class PostgresSchema
{
    /// <summary>Any number that no other program takes for its lock.</summary>
    private const long Lock = 0x5375426F_00000001;

    /// <exception cref="StorageUnavailableException">The database was written by a later version.</exception>
    public static async Task MigrateAsync(NpgsqlConnection connection, string name)
    {
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(CancellationToken.None);
        await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(@Lock)", new { Lock });
        await connection.ExecuteAsync(
            """
            CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL);
            INSERT INTO schema_version SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM schema_version);
            """
        );
        IReadOnlyList<string> scripts = SchemaScripts.Postgres;
        int version = await connection.ExecuteScalarAsync<int>("SELECT version FROM schema_version");
        if (version > scripts.Count)
        {
            throw PostgresErrorMapper.Describe(StorageError.LaterVersion, name);
        }

        foreach (string script in scripts.Skip(version))
        {
            await connection.ExecuteAsync(script);
        }

        await connection.ExecuteAsync("UPDATE schema_version SET version = @Count", new { scripts.Count });
        await transaction.CommitAsync(CancellationToken.None);
    }
}
