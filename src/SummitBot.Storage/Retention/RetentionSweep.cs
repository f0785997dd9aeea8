using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Options;
using SummitBot.Hosting;
using SummitBot.Storage.Database;
using SummitBot.Storage.Hosts;

namespace SummitBot.Storage.Retention;

/// <summary>A turn stays while feedback about it does, for it is what the feedback means.</summary>
internal sealed class RetentionSweep(IDatabase database, IOptions<StorageOptions> options) : IRetentionSweep
{
    private const long Day = 24 * 60 * 60 * 1000L;

    /// <summary>Use of models is counted by the day; a month of it is kept to look at.</summary>
    private const int UsageDays = 31;

    /// <summary>By days after which they go; 0 keeps what they would delete.</summary>
    private readonly (string Sql, int Days)[] _deletions =
    [
        (
            "DELETE FROM feedback WHERE given_at < (SELECT now FROM clock) - @age",
            options.Value.FeedbackDays ?? options.Value.RetentionDays
        ),
        (
            """
            DELETE FROM turn WHERE asked_at < (SELECT now FROM clock) - @age AND NOT EXISTS (
                SELECT 1 FROM feedback f
                WHERE f.channel = turn.channel AND f.conversation = turn.conversation
                    AND f.answer_activity_id = turn.answer_activity_id)
            """,
            options.Value.RetentionDays
        ),
        (
            """
            DELETE FROM conversation WHERE last_active_at < (SELECT now FROM clock) - @age AND NOT EXISTS (
                SELECT 1 FROM turn t WHERE t.channel = conversation.channel AND t.conversation = conversation.id)
                AND NOT EXISTS (
                SELECT 1 FROM feedback f WHERE f.channel = conversation.channel AND f.conversation = conversation.id)
            """,
            options.Value.RetentionDays
        ),
        (
            "DELETE FROM served_conversation WHERE last_active_at < (SELECT now FROM clock) - @age",
            options.Value.ActivityDays ?? options.Value.RetentionDays
        ),
    ];

    /// <summary>The conversations that were silent longest, of both kinds, with all that belongs to them.</summary>
    private static readonly string[] Evictions =
    [
        """
            DELETE FROM served_conversation WHERE id IN (
                SELECT id FROM served_conversation ORDER BY last_active_at LIMIT @count)
            """,
        """
            DELETE FROM conversation WHERE (channel, id) IN (
                SELECT channel, id FROM conversation ORDER BY last_active_at LIMIT @count)
            """,
    ];

    private const int EvictedAtOnce = 100;

    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        if (database.Exists)
        {
            await ForgetArrivalsAsync(cancellationToken);
        }

        int deleted = await DeleteOldAsync(cancellationToken) + await MakeRoomAsync(cancellationToken);
        if (deleted > 0 && database is SqliteDatabase file)
        {
            // Gives the room back to the file system, and takes the deleted texts out of the log beside the file.
            await file.MaintainAsync(
                connection => connection.Execute("PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE);"),
                cancellationToken
            );
        }

        return deleted;
    }

    private async Task<int> DeleteOldAsync(CancellationToken cancellationToken)
    {
        if (Array.TrueForAll(_deletions, d => d.Days == 0))
        {
            return 0;
        }

        return await database.WriteAsync(
            async connection =>
            {
                int deleted = 0;
                foreach ((string sql, int days) in _deletions.Where(d => d.Days > 0))
                {
                    deleted += await connection.ExecuteAsync(sql, new { age = days * Day });
                }

                return deleted;
            },
            cancellationToken
        );
    }

    /// <summary>What is no record of anybody: by which second deliveries were known, and the counts of models.</summary>
    private Task ForgetArrivalsAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    DELETE FROM recent_activity WHERE came_at < (SELECT now FROM clock) - @memory;
                    DELETE FROM model_usage WHERE day NOT IN (
                        SELECT day FROM (SELECT DISTINCT day FROM model_usage) AS days ORDER BY day DESC LIMIT @UsageDays);
                    """,
                    new { memory = (long)ActivityQueue.Memory.TotalMilliseconds, UsageDays }
                ),
            cancellationToken
        );

    private async Task<int> MakeRoomAsync(CancellationToken cancellationToken)
    {
        int deleted = 0;
        if (options.Value.MaxMegabytes == 0 || database is not SqliteDatabase)
        {
            return deleted;
        }

        long max = options.Value.MaxMegabytes * 1_000_000L;
        while (await database.ReadAsync(ReadSizeAsync, cancellationToken) > max)
        {
            int evicted = await database.WriteAsync(
                async connection =>
                {
                    int count = 0;
                    foreach (string sql in Evictions)
                    {
                        count += await connection.ExecuteAsync(sql, new { count = EvictedAtOnce });
                    }

                    return count;
                },
                cancellationToken
            );
            if (evicted == 0)
            {
                break;
            }

            deleted += evicted;
        }

        return deleted;
    }

    /// <summary>Bytes in use; pages that were given up count no more.</summary>
    private static async Task<long> ReadSizeAsync(DbConnection connection) =>
        await connection.ExecuteScalarAsync<long>("PRAGMA page_size")
        * (
            await connection.ExecuteScalarAsync<long>("PRAGMA page_count")
            - await connection.ExecuteScalarAsync<long>("PRAGMA freelist_count")
        );
}
