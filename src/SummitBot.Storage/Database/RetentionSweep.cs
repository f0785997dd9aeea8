using Microsoft.Extensions.Options;
using SummitBot.Core.Storage;

namespace SummitBot.Storage.Database;

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

    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        if (options.Value.RetentionDays == 0)
        {
            return 0;
        }

        long before = time.GetUtcNow().AddDays(-options.Value.RetentionDays).ToUnixTimeMilliseconds();
        int deleted = await database.WriteAsync(
            connection => Deletions.Sum(sql => connection.Execute(sql, ("$before", before))),
            cancellationToken
        );
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
}
