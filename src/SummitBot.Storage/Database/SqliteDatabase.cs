using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SummitBot.Core.Storage;
using SummitBot.Hosting;

namespace SummitBot.Storage.Database;

/// <summary>
/// The file of a SQLite database. It is opened when first needed and anew after any trouble. The engine allows one writer at
/// a time: those of this process queue here without holding threads.
/// </summary>
internal sealed class SqliteDatabase(IOptions<StorageOptions> options, TimeProvider time) : IDatabase, IDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);
    private SqliteConnection? _writer;
    private bool _isDisposed;

    public string FullPath { get; } = Path.GetFullPath(options.Value.Path);

    public string Name => FullPath;

    public bool Exists => Path.Exists(FullPath);

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        if (!Exists)
        {
            return await ReadNothingAsync(read);
        }

        if (Volatile.Read(ref _writer) is null)
        {
            await WithWriterAsync(_ => Task.FromResult(true), cancellationToken);
        }

        return await GuardAsync(async () =>
        {
            using SqliteConnection connection = Open(pooled: true);
            using SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
            return await read(connection);
        });
    }

    public Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken) =>
        WithWriterAsync(
            async connection =>
            {
                using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
                connection.Execute(
                    "UPDATE clock SET now = @now",
                    new { now = time.GetUtcNow().ToUnixTimeMilliseconds() }
                );
                T result = await write(connection);
                transaction.Commit();
                return result;
            },
            cancellationToken
        );

    /// <summary>As the other, for what cannot be done inside a transaction.</summary>
    public Task MaintainAsync(Action<SqliteConnection> work, CancellationToken cancellationToken) =>
        WithWriterAsync(
            connection =>
            {
                work(connection);
                return Task.FromResult(true);
            },
            cancellationToken
        );

    public Task LockAsync(DbConnection connection, string name, bool isShared = false) => Task.CompletedTask;

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

    /// <summary>Nothing is kept yet: no file is made for a reader.</summary>
    private async Task<T> ReadNothingAsync<T>(Func<DbConnection, Task<T>> read)
    {
        using var nothing = new SqliteConnection("Data Source=:memory:");
        nothing.Open();
        SqliteSchema.Migrate(nothing, ":memory:");
        return await read(nothing);
    }

    private async Task<T> WithWriterAsync<T>(Func<SqliteConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_writer is not null && !File.Exists(FullPath))
            {
                Close(); // somebody deleted the file: begin a new one instead of writing to the ghost
            }

            return await GuardAsync(() => work(_writer ??= Prepare()));
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

    private async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
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
            if (connection.ExecuteScalar<string>("PRAGMA journal_mode") != "wal")
            {
                connection.Execute("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL;");
            }

            // NORMAL: a commit survives the process but perhaps not a power cut; never is the file damaged by one.
            connection.Execute("PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;");
            SqliteSchema.Migrate(connection, FullPath);
            connection.Execute(
                "PRAGMA temp_store = MEMORY; CREATE TEMP TABLE clock (now INTEGER NOT NULL); INSERT INTO clock VALUES (0);"
            );
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
        }

        PrivateFile.Create(FullPath);
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
