using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SummitBot.Hosting;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Retention;

/// <summary>A turn stays while feedback about it does, for it is what the feedback means.</summary>
internal sealed class RetentionSweep(SqliteDatabase database, IOptions<StorageOptions> options, TimeProvider time)
    : IRetentionSweep
{
    private static readonly string[] Deletions =
    [
        "DELETE FROM feedback WHERE given_at < $before",
        """
            DELETE FROM turn WHERE asked_at < $before AND NOT EXISTS (
                SELECT 1 FROM feedback f
                WHERE f.channel = turn.channel AND f.conversation = turn.conversation
                    AND f.answer_activity_id = turn.answer_activity_id)
            """,
        """
            DELETE FROM conversation WHERE last_active_at < $before AND NOT EXISTS (
                SELECT 1 FROM turn t WHERE t.channel = conversation.channel AND t.conversation = conversation.id)
            """,
        "DELETE FROM served_conversation WHERE last_active_at < $before",
    ];

    /// <summary>The conversations that were silent longest, of both kinds, with all that belongs to them.</summary>
    private static readonly string[] Evictions =
    [
        """
            DELETE FROM served_conversation WHERE id IN (
                SELECT id FROM served_conversation ORDER BY last_active_at LIMIT $count)
            """,
        """
            DELETE FROM conversation WHERE (channel, id) IN (
                SELECT channel, id FROM conversation ORDER BY last_active_at LIMIT $count)
            """,
    ];

    private const int EvictedAtOnce = 100;

    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        int deleted = await DeleteOldAsync(cancellationToken) + await MakeRoomAsync(cancellationToken);
        if (deleted > 0)
        {
            // Gives the room back to the file system, and takes the deleted texts out of the log beside the file.
            await database.MaintainAsync(
                "PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE);",
                cancellationToken
            );
        }

        return deleted;
    }

    private async Task<int> DeleteOldAsync(CancellationToken cancellationToken)
    {
        if (options.Value.RetentionDays == 0)
        {
            return 0;
        }

        long before = time.GetUtcNow().AddDays(-options.Value.RetentionDays).ToUnixTimeMilliseconds();
        return await database.WriteAsync(
            connection => Deletions.Sum(sql => connection.Execute(sql, ("$before", before))),
            cancellationToken
        );
    }

    private async Task<int> MakeRoomAsync(CancellationToken cancellationToken)
    {
        int deleted = 0;
        if (options.Value.MaxMegabytes == 0)
        {
            return deleted;
        }

        long max = options.Value.MaxMegabytes * 1_000_000L;
        while (await database.ReadAsync(ReadSize, cancellationToken) > max)
        {
            int evicted = await database.WriteAsync(
                connection => Evictions.Sum(sql => connection.Execute(sql, ("$count", EvictedAtOnce))),
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
    private static long ReadSize(SqliteConnection connection) =>
        connection.Scalar<long>("PRAGMA page_size")
        * (connection.Scalar<long>("PRAGMA page_count") - connection.Scalar<long>("PRAGMA freelist_count"));
}
