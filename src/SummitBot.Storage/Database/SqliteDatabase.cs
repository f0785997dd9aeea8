using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SummitBot.Core.Storage;
using SummitBot.Hosting;

namespace SummitBot.Storage.Database;

/// <summary>
/// The file of the database, and the one place where the engine's exceptions become ours. It is opened when first needed and
/// anew after any trouble. The engine allows one writer at a time: those of this process queue here without holding threads.
/// </summary>
internal sealed class SqliteDatabase(IOptions<StorageOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);
    private SqliteConnection? _writer;
    private bool _isDisposed;

    public string FullPath { get; } = Path.GetFullPath(options.Value.Path);

    /// <summary>Reads from one state of the database, beside a writer; a database that is not there yet is empty.</summary>
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

    /// <summary>Writes all or nothing. The outcome stands before the task ends, also when the process is killed then.</summary>
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

    /// <summary>As the other, for what cannot be done inside a transaction.</summary>
    public Task MaintainAsync(string sql, CancellationToken cancellationToken) =>
        WithWriterAsync(connection => connection.Execute(sql), cancellationToken);

    /// <summary>Waits for the write that is under way: a connection must not be closed under it.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _writing.Wait();
        _isDisposed = true;
        Close();

        // Those who still queue are let in, and told that it is over.
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
                Close(); // somebody deleted the file: begin a new one instead of writing to the ghost
            }

            return Guard(() => work(_writer ??= Prepare()));
        }
        catch (StorageUnavailableException error)
        {
            // Waiting or making room mends these; anything else may be mended by another file in the place of this one.
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

            // NORMAL: a commit survives the process but perhaps not a power cut; never is the file damaged by one.
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

    /// <summary>Conversations are nobody else's business: what we make is for this user of the system alone.</summary>
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
