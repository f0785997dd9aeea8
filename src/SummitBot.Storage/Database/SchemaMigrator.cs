using Microsoft.Data.Sqlite;
using SummitBot.Core.Storage;

namespace SummitBot.Storage.Database;

/// <summary>Brings a database to the present schema by running, in order, the scripts that it has not seen.</summary>
internal static class SchemaMigrator
{
    /// <summary>"SuBo", the mark by which a database is known as ours.</summary>
    private const int ApplicationId = 0x5375426F;

    private static readonly string[] Scripts = [.. ReadScripts()];

    /// <summary>Safe beside other processes: the version is looked at again once writing is ours alone.</summary>
    /// <exception cref="StorageUnavailableException">The database is another program's, or a later version's.</exception>
    public static void Migrate(SqliteConnection connection, string path)
    {
        if (ReadVersion(connection, path) == Scripts.Length)
        {
            return;
        }

        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        for (int next = ReadVersion(connection, path); next < Scripts.Length; next++)
        {
            connection.Execute(Scripts[next]);
        }

        connection.Execute($"PRAGMA application_id = {ApplicationId}");
        connection.Execute($"PRAGMA user_version = {Scripts.Length}");
        transaction.Commit();
    }

    private static int ReadVersion(SqliteConnection connection, string path)
    {
        long mark = connection.Scalar<long>("PRAGMA application_id");
        long version = connection.Scalar<long>("PRAGMA user_version");
        bool isEmpty = version == 0 && mark == 0 && connection.Scalar<long>("SELECT count(*) FROM sqlite_schema") == 0;
        if (mark != ApplicationId && !isEmpty)
        {
            throw SqliteErrorMapper.Describe(StorageError.Foreign, path);
        }

        return version <= Scripts.Length
            ? (int)version
            : throw SqliteErrorMapper.Describe(StorageError.LaterVersion, path);
    }

    private static IEnumerable<string> ReadScripts()
    {
        var assembly = typeof(SchemaMigrator).Assembly;
        foreach (
            string name in assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith("Schema/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }
}
