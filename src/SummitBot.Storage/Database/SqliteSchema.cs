using Dapper;
using Microsoft.Data.Sqlite;
using SummitBot.Core.Storage;

namespace SummitBot.Storage.Database;

/// <summary>
/// Migrates a SQLite database to the current schema by running, in order, the scripts that it has not run yet.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>"SuBo", the mark by which a database is known as ours.</summary>
    public const int ApplicationId = 0x5375426F;

    /// <summary>Safe beside other processes: the version is looked at again once writing is ours alone.</summary>
    /// <exception cref="StorageUnavailableException">The database is another program's, or a later version's.</exception>
    public static void Migrate(SqliteConnection connection, string path)
    {
        IReadOnlyList<string> scripts = SchemaScripts.Sqlite;
        if (ReadVersion(connection, path) == scripts.Count)
        {
            return;
        }

        // SQLite's own lower() knows the letters of English alone.
        connection.CreateFunction("small_letters", (string text) => SearchedText.ToSmallLetters(text));
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        for (int next = ReadVersion(connection, path); next < scripts.Count; next++)
        {
            connection.Execute(scripts[next]);
        }

        connection.Execute($"PRAGMA application_id = {ApplicationId}");
        connection.Execute($"PRAGMA user_version = {scripts.Count}");
        transaction.Commit();
    }

    /// <summary>The number of scripts that the database has run.</summary>
    /// <exception cref="StorageUnavailableException">The database is another program's, or a later
    /// version's.</exception>
    public static int ReadVersion(SqliteConnection connection, string path)
    {
        long mark = connection.ExecuteScalar<long>("PRAGMA application_id");
        long version = connection.ExecuteScalar<long>("PRAGMA user_version");
        bool isEmpty =
            version == 0 && mark == 0 && connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema") == 0;
        if (mark != ApplicationId && !isEmpty)
        {
            throw SqliteErrorMapper.Describe(StorageError.Foreign, path);
        }

        return version <= SchemaScripts.Sqlite.Count
            ? (int)version
            : throw SqliteErrorMapper.Describe(StorageError.LaterVersion, path);
    }
}
