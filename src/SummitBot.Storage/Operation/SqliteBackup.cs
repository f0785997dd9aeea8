using Dapper;
using Microsoft.Data.Sqlite;
using SummitBot.Core.Storage;
using SummitBot.Hosting.Operation;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Operation;

/// <summary>Copies by SQLite's backup interface, which sees one state of the database while others write.</summary>
internal sealed class SqliteBackup(SqliteDatabase database) : IDatabaseBackup
{
    private const string PartSuffix = ".part";

    public async Task<long> BackUpAsync(string file, CancellationToken cancellationToken)
    {
        string target = Path.GetFullPath(file);
        if (!File.Exists(database.FullPath))
        {
            throw Trouble($"There is no database {database.FullPath} yet, and so nothing to back up.");
        }

        if (Path.Exists(target))
        {
            throw Trouble($"{target} is there already: name a new file for the backup.");
        }

        await database.MaintainAsync(connection => Guard(() => Write(connection, target), target), cancellationToken);
        return new FileInfo(target).Length;
    }

    public async Task<string?> RestoreAsync(string file, CancellationToken cancellationToken)
    {
        string source = Path.GetFullPath(file);
        if (!File.Exists(source))
        {
            throw Trouble($"There is no file {source}: name one that `summitbot backup` wrote.");
        }

        string? previous = File.Exists(database.FullPath) ? FindFreeName() : null;
        await database.MaintainAsync(
            connection =>
                Guard(
                    () =>
                    {
                        using SqliteConnection copy = Open(source, SqliteOpenMode.ReadOnly);
                        Check(copy, source);
                        if (previous is not null)
                        {
                            Write(connection, previous);
                        }

                        copy.BackupDatabase(connection);
                        SqliteSchema.Migrate(connection, database.FullPath);
                    },
                    source
                ),
            cancellationToken
        );
        return previous;
    }

    /// <summary>The file appears whole or not at all.</summary>
    private static void Write(SqliteConnection from, string target)
    {
        string part = target + PartSuffix;
        File.Delete(part);
        PrivateFile.Create(part);
        using (SqliteConnection copy = Open(part, SqliteOpenMode.ReadWrite))
        {
            from.BackupDatabase(copy);
            copy.Execute("PRAGMA journal_mode = DELETE");
            Check(copy, part);
        }

        File.Move(part, target);
    }

    private static void Check(SqliteConnection copy, string path)
    {
        string? found;
        try
        {
            found = copy.ExecuteScalar<string>("PRAGMA quick_check(1)");
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SqliteErrorMapper.Corrupt)
        {
            found = e.Message;
        }

        if (found != "ok")
        {
            throw Trouble($"{path} is damaged ({found}): take another backup.");
        }

        if (SqliteSchema.ReadVersion(copy, path) == 0)
        {
            throw Trouble($"{path} is empty: name a file that `summitbot backup` wrote.");
        }
    }

    private string FindFreeName()
    {
        for (int i = 1; ; i++)
        {
            string name = $"{database.FullPath}.before-restore-{i}";
            if (!File.Exists(name))
            {
                return name;
            }
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = mode,
                Pooling = false,
            }.ConnectionString
        );
        connection.Open();
        return connection;
    }

    private static void Guard(Action work, string path)
    {
        try
        {
            work();
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SqliteErrorMapper.NoDatabase)
        {
            throw Trouble($"{path} is no database: name a file that `summitbot backup` wrote.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Trouble(
                $"{path} cannot be written ({e.Message}): name a file in a folder that this user may write.",
                e
            );
        }
    }

    private static StorageUnavailableException Trouble(string message, Exception? cause = null) =>
        new(StorageError.BadPath, message, cause);
}
