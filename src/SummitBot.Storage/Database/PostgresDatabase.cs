using System.Data.Common;
using System.Net.Sockets;
using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;
using SummitBot.Hosting;
using SummitBot.Hosting.Hosts;

namespace SummitBot.Storage.Database;

/// <summary>
/// A PostgreSQL server that hosts share. While it restarts, callers wait for as long as the settings say; a transaction that
/// was cut off then runs again.
/// </summary>
internal sealed class PostgresDatabase : IDatabase, ISharedClock, IAsyncDisposable
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(100);

    /// <summary>How long the difference between this machine's clock and the server's is taken for granted.</summary>
    private static readonly TimeSpan ClockPause = TimeSpan.FromMinutes(1);

    private readonly Lazy<NpgsqlDataSource> _source;
    private readonly TimeSpan _timeout;
    private readonly SemaphoreSlim _migrating = new(1, 1);
    private readonly TimeProvider _time;
    private volatile bool _isMigrated;
    private long _clockLead;
    private long _clockReadAt = long.MinValue;

    public PostgresDatabase(IOptions<StorageOptions> options, TimeProvider time)
    {
        _time = time;
        _timeout = TimeSpan.FromSeconds(options.Value.BusySeconds);
        _source = new Lazy<NpgsqlDataSource>(() => CreateSource(options.Value));
    }

    public NpgsqlDataSource Source => _source.Value;

    /// <summary>Without the password.</summary>
    public string Name
    {
        get
        {
            var settings = new NpgsqlConnectionStringBuilder(Source.ConnectionString);
            return $"{settings.Database} on {settings.Host}:{settings.Port}";
        }
    }

    /// <summary>As the tools of PostgreSQL take it, without the password.</summary>
    public string ToolArguments
    {
        get
        {
            var settings = new NpgsqlConnectionStringBuilder(Source.ConnectionString);
            return $"--host={settings.Host} --port={settings.Port} --username={settings.Username} --dbname={settings.Database}";
        }
    }

    public bool Exists => true;

    /// <summary>The server's time; this machine's until the server was first asked.</summary>
    public DateTimeOffset GetUtcNow() => _time.GetUtcNow().AddMilliseconds(Volatile.Read(ref _clockLead));

    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) =>
        RunAsync(read, cancellationToken);

    public Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken) =>
        RunAsync(
            async connection =>
            {
                // Once begun it is not given up half-way: the outcome would be unknown.
                await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(
                    CancellationToken.None
                );
                T result = await write(connection);
                await transaction.CommitAsync(CancellationToken.None);
                return result;
            },
            cancellationToken
        );

    public Task LockAsync(DbConnection connection, string name, bool isShared = false) =>
        connection.ExecuteAsync(
            isShared
                ? "SELECT pg_advisory_xact_lock_shared(hashtextextended('summitbot ' || @name, 0))"
                : "SELECT pg_advisory_xact_lock(hashtextextended('summitbot ' || @name, 0))",
            new { name }
        );

    public async ValueTask DisposeAsync()
    {
        _migrating.Dispose();
        if (_source.IsValueCreated)
        {
            await _source.Value.DisposeAsync();
        }
    }

    private static NpgsqlDataSource CreateSource(StorageOptions options)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        }
        catch (ArgumentException e)
        {
            throw PostgresErrorMapper.DescribeSettings(e);
        }

        settings.ApplicationName ??= "summitbot";
        if (!settings.ContainsKey("Timeout"))
        {
            settings.Timeout = options.BusySeconds;
        }

        if (!settings.ContainsKey("Command Timeout"))
        {
            settings.CommandTimeout = 10;
        }

        return NpgsqlDataSource.Create(settings);
    }

    private async Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        // The server's outage has nothing to do with any time that the program may be given.
        long start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await using NpgsqlConnection connection = await Source.OpenConnectionAsync(cancellationToken);
                await MigrateAsync(connection);
                await ReadClockAsync(connection);
                return await work(connection);
            }
            catch (Exception e)
                when (PostgresErrorMapper.IsPassing(e) && TimeProvider.System.GetElapsedTime(start) < _timeout)
            {
                await Task.Delay(RetryPause, TimeProvider.System, cancellationToken);
            }
            catch (Exception e) when (e is NpgsqlException or SocketException or IOException or TimeoutException)
            {
                throw PostgresErrorMapper.Map(e, Name);
            }
        }
    }

    private async Task MigrateAsync(NpgsqlConnection connection)
    {
        if (_isMigrated)
        {
            return;
        }

        await _migrating.WaitAsync(CancellationToken.None);
        try
        {
            if (!_isMigrated)
            {
                await PostgresSchema.MigrateAsync(connection, Name);
                _isMigrated = true;
            }
        }
        finally
        {
            _migrating.Release();
        }
    }

    private async Task ReadClockAsync(NpgsqlConnection connection)
    {
        long now = TimeProvider.System.GetTimestamp();
        long readAt = Volatile.Read(ref _clockReadAt);
        if (readAt != long.MinValue && TimeProvider.System.GetElapsedTime(readAt, now) < ClockPause)
        {
            return;
        }

        Volatile.Write(ref _clockReadAt, now);
        long server = await connection.ExecuteScalarAsync<long>("SELECT now FROM clock");
        Volatile.Write(ref _clockLead, server - _time.GetUtcNow().ToUnixTimeMilliseconds());
    }
}
