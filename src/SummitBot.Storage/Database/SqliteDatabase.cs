using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SummitBot.Core.Storage;
using SummitBot.Hosting;

namespace SummitBot.Storage.Database;

/// <summary>
/// The database file; converts the engine's exceptions to ours. It is opened on first use and reopened after errors.
/// The engine allows one writer at a time: those of this process queue here without blocking threads.
/// </summary>
internal sealed class SqliteDatabase(IOptions<StorageOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);
    private SqliteConnection? _writer;
    private bool _isDisposed;

    public string FullPath { get; } = Path.GetFullPath(options.Value.Path);

    /// <summary>Reads a consistent snapshot, in parallel with a writer; a missing database counts as empty.</summary>
    /// <exception cref="StorageUnavailableException">The database cannot be opened or read.</exception>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        if (!File.Exists(FullPath) && !Directory.Exists(FullPath))
        {
            return ReadNothing(read);
        }

        if (Volatile.Read(ref _writer) is null)
        {
            await WithWriterAsync(_ => true, cancellationToken);
        }

        return Guard(() =>
        {
            using SqliteConnection connection = Open(pooled: true);
            using SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
            return read(connection);
        });
    }

    /// <summary>
    /// Writes all or nothing. The data are committed before the task completes, so they survive a crash of the process.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The database cannot be opened or written.</exception>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken) =>
        WithWriterAsync(
            connection =>
            {
                using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
                T result = write(connection);
                transaction.Commit();
                return result;
            },
            cancellationToken
        );

    /// <summary>Like the other overload, for statements that cannot run inside a transaction.</summary>
    public Task MaintainAsync(string sql, CancellationToken cancellationToken) =>
        WithWriterAsync(connection => connection.Execute(sql), cancellationToken);

    /// <summary>Waits for the current write: a connection must not be closed during it.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _writing.Wait();
        _isDisposed = true;
        Close();

        // Waiting writers are released, and get an exception.
        _writing.Release();
    }

    private static T ReadNothing<T>(Func<SqliteConnection, T> read)
    {
        using var nothing = new SqliteConnection("Data Source=:memory:");
        nothing.Open();
        SchemaMigrator.Migrate(nothing, ":memory:");
        return read(nothing);
    }

    private async Task<T> WithWriterAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_writer is not null && !File.Exists(FullPath))
            {
                Close(); // the file was deleted: create a new one instead of writing to the deleted one
            }

            return Guard(() => work(_writer ??= Prepare()));
        }
        catch (StorageUnavailableException error)
        {
            // Waiting or freeing space resolves these; other errors may need the file to be replaced, so it is
            // reopened.
            if (error.Error is not (StorageError.Busy or StorageError.DiskFull))
            {
                Close();
            }

            throw;
        }
        finally
        {
            _writing.Release();
        }
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw SqliteErrorMapper.Map(e, FullPath);
        }
    }

    private SqliteConnection Prepare()
    {
        CreateFile();
        SqliteConnection connection = Open(pooled: false);
        try
        {
            if (connection.Scalar<string>("PRAGMA journal_mode") != "wal")
            {
                connection.Execute("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL;");
            }

            // NORMAL: a commit survives a crash of the process but perhaps not a power cut, which never damages the
            // file.
            connection.Execute("PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;");
            SchemaMigrator.Migrate(connection, FullPath);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Conversations are private: the file is accessible to the current user of the system only.</summary>
    private void CreateFile()
    {
        if (File.Exists(FullPath))
        {
            return;
        }

        string folder = Path.GetDirectoryName(FullPath)!;
        var file = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(FullPath, file).Dispose();
    }

    private SqliteConnection Open(bool pooled)
    {
        var connection = new SqliteConnection(ConnectionString(pooled));
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private string ConnectionString(bool pooled) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = FullPath,
            Mode = SqliteOpenMode.ReadWrite,
            DefaultTimeout = options.Value.BusySeconds,
            Pooling = pooled,
        }.ConnectionString;

    private void Close()
    {
        _writer?.Dispose();
        _writer = null;
        using var pooled = new SqliteConnection(ConnectionString(pooled: true));
        SqliteConnection.ClearPool(pooled);
    }
}
