using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummitBot.Hosting;
using SummitBot.Hosting.Hosts;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Hosts;

/// <summary>
/// The queue as a table. A host that accepts an activity owns it, unless another host owns earlier ones of the
/// conversation. A host is alive as long as it renews its lease; everything that a dead one owned goes to the first
/// host that checks.
/// </summary>
internal sealed partial class ActivityQueue(
    IDatabase database,
    HostIdentity host,
    IHostSignals signals,
    IOptions<StorageOptions> options,
    ILogger<ActivityQueue> logger
) : IActivityQueue
{
    /// <summary>How long duplicates are recognized.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(15);

    /// <summary>An activity that was being processed when this many hosts ended may be the cause.</summary>
    private const int MaxAttempts = 3;

    private const string Topic = "queue";

    /// <summary>Replaces owner and conversation as a lock name when all are locked.</summary>
    private const string AllOwners = "queue owners";

    private readonly string _owner = host.Id;

    public bool IsShared => options.Value.Provider == StorageProvider.Postgres;

    public void SubscribeToArrivals(Action arrived)
    {
        signals.Subscribe(
            Topic,
            owner =>
            {
                if (owner == _owner)
                {
                    arrived();
                }
            }
        );
        signals.SubscribeToGaps(arrived);
    }

    public async Task<EnqueuedActivity> EnqueueAsync(
        AcceptedActivity activity,
        int maxWaiting,
        CancellationToken cancellationToken
    )
    {
        string owner = _owner;
        EnqueuedActivity enqueued = await database.WriteAsync(
            async connection =>
            {
                // Ownership does not change meanwhile, and numbers rise in commit order.
                await database.LockAsync(connection, AllOwners, isShared: true);
                await database.LockAsync(connection, $"{activity.Channel} {activity.Conversation}");
                if (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM queued_activity") >= maxWaiting)
                {
                    return new EnqueuedActivity(EnqueueOutcome.Full, 0);
                }

                if (!await TryRememberAsync(connection, activity.Key))
                {
                    return new EnqueuedActivity(EnqueueOutcome.Duplicate, 0);
                }

                await RenewAsync(connection);
                owner = await FindOwnerAsync(connection, activity) ?? _owner;
                long number = await InsertAsync(connection, activity, owner);
                return new EnqueuedActivity(
                    owner == _owner ? EnqueueOutcome.Own : EnqueueOutcome.ForAnotherHost,
                    number
                );
            },
            cancellationToken
        );
        if (enqueued.Outcome == EnqueueOutcome.ForAnotherHost)
        {
            signals.Publish(Topic, owner);
        }

        return enqueued;
    }

    public async Task<IReadOnlyList<TakenActivity>> TakeAsync(CancellationToken cancellationToken)
    {
        if (!database.Exists || !await MayTakeAsync(cancellationToken))
        {
            return [];
        }

        return await database.WriteAsync<IReadOnlyList<TakenActivity>>(
            async connection =>
            {
                await database.LockAsync(connection, AllOwners);
                await RenewAsync(connection);
                await TakeOverAsync(connection);
                // An interrupted transaction that runs again finds the same ones.
                var taken = (
                    await connection.QueryAsync<(long Number, string Key, string Payload)>(
                        """
                        SELECT number, key, payload FROM queued_activity
                        WHERE owner = @me AND is_given = 0 ORDER BY number
                        """,
                        new { me = _owner }
                    )
                ).ToList();
                await connection.ExecuteAsync(
                    "UPDATE queued_activity SET is_given = 1 WHERE owner = @me AND is_given = 0",
                    new { me = _owner }
                );
                return [.. taken.Select(t => new TakenActivity(t.Number, t.Key, t.Payload))];
            },
            cancellationToken
        );
    }

    public Task CompleteAsync(long number, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    "DELETE FROM queued_activity WHERE number = @number AND owner = @me",
                    new { number, me = _owner }
                ),
            cancellationToken
        );

    public Task WithdrawAsync(long number, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    DELETE FROM recent_activity WHERE key IN (SELECT key FROM queued_activity WHERE number = @number);
                    DELETE FROM queued_activity WHERE number = @number;
                    """,
                    new { number }
                ),
            cancellationToken
        );

    public Task<string?> FindSentAsync(long number, int ordinal, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                long owned = await connection.ExecuteScalarAsync<long>(
                    "SELECT count(*) FROM queued_activity WHERE number = @number AND owner = @me",
                    new { number, me = _owner }
                );
                return owned == 0
                    ? throw new LeaseLostException()
                    : await connection.ExecuteScalarAsync<string?>(
                        "SELECT id FROM sent_activity WHERE number = @number AND ordinal = @ordinal",
                        new { number, ordinal }
                    );
            },
            cancellationToken
        );

    public Task MarkSentAsync(long number, int ordinal, string id, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    INSERT INTO sent_activity (number, ordinal, id)
                    SELECT number, @ordinal, @id FROM queued_activity WHERE number = @number
                    ON CONFLICT DO NOTHING
                    """,
                    new
                    {
                        number,
                        ordinal,
                        id,
                    }
                ),
            cancellationToken
        );

    /// <summary>A check without locks: a host without work has no lease to renew, and writes nothing.</summary>
    private async Task<bool> MayTakeAsync(CancellationToken cancellationToken) =>
        await database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>("SELECT count(*) FROM queued_activity"),
            cancellationToken
        ) > 0;

    private static async Task<bool> TryRememberAsync(DbConnection connection, string key) =>
        await connection.ExecuteAsync(
            """
            INSERT INTO recent_activity (key, came_at) VALUES (@key, (SELECT now FROM clock))
            ON CONFLICT (key) DO UPDATE SET came_at = (SELECT now FROM clock) WHERE recent_activity.came_at < (SELECT now FROM clock) - @memory
            """,
            new { key, memory = (long)Memory.TotalMilliseconds }
        ) > 0;

    private Task RenewAsync(DbConnection connection) =>
        connection.ExecuteAsync(
            """
            INSERT INTO host (id, alive_until) VALUES (@me, (SELECT now FROM clock) + @lease)
            ON CONFLICT (id) DO UPDATE SET alive_until = (SELECT now FROM clock) + @lease
            """,
            new { me = _owner, lease = options.Value.LeaseSeconds * 1000L }
        );

    private static Task<string?> FindOwnerAsync(DbConnection connection, AcceptedActivity activity) =>
        connection.ExecuteScalarAsync<string?>(
            """
            SELECT owner FROM queued_activity WHERE channel = @Channel AND conversation = @Conversation
            ORDER BY number DESC LIMIT 1
            """,
            new { activity.Channel, activity.Conversation }
        );

    private Task<long> InsertAsync(DbConnection connection, AcceptedActivity activity, string owner) =>
        connection.ExecuteScalarAsync<long>(
            """
            INSERT INTO queued_activity (key, channel, conversation, user_id, payload, is_awaited, owner, is_given)
            VALUES (@Key, @Channel, @Conversation, @UserId, @Payload, @isAwaited, @owner, @isGiven) RETURNING number
            """,
            new
            {
                activity.Key,
                activity.Channel,
                activity.Conversation,
                activity.UserId,
                activity.Payload,
                isAwaited = activity.IsAwaited ? 1L : 0,
                owner,
                isGiven = owner == _owner ? 1L : 0,
            }
        );

    /// <summary>Takes over what lost hosts owned.</summary>
    private async Task TakeOverAsync(DbConnection connection)
    {
        const string Orphaned = "owner NOT IN (SELECT id FROM host WHERE alive_until >= (SELECT now FROM clock))";
        // The senders that waited for these lost their connection with the host; an awaited activity may be sent again.
        await connection.ExecuteAsync(
            $"""
            DELETE FROM recent_activity WHERE key IN (
                SELECT key FROM queued_activity WHERE is_awaited = 1 AND {Orphaned});
            DELETE FROM queued_activity WHERE is_awaited = 1 AND {Orphaned};
            """
        );
        int abandoned = await connection.ExecuteAsync(
            $"DELETE FROM queued_activity WHERE attempts >= @MaxAttempts AND {Orphaned}",
            new { MaxAttempts }
        );
        if (abandoned > 0)
        {
            LogAbandoned(logger, abandoned, MaxAttempts);
        }

        int takenOver = await connection.ExecuteAsync(
            $"UPDATE queued_activity SET owner = @me, is_given = 0, attempts = attempts + 1 WHERE {Orphaned}",
            new { me = _owner }
        );
        if (takenOver > 0)
        {
            LogTakenOver(logger, takenOver);
        }

        await connection.ExecuteAsync("DELETE FROM host WHERE alive_until < (SELECT now FROM clock)");
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Another host is gone: this one answers the {Count} activities that it had accepted"
    )]
    private static partial void LogTakenOver(ILogger logger, int count);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "{Count} activities are given up: hosts ended {Attempts} times while they were answered"
    )]
    private static partial void LogAbandoned(ILogger logger, int count, int attempts);
}
