using System.Data.Common;
using Dapper;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Core.Models;
using SummitBot.Hosting.Operation;
using SummitBot.Storage.Conversations;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Operation;

internal sealed class PersonalDataStore(IDatabase database, ConversationTables tables, IFeedbackStore feedback)
    : IPersonalData
{
    public async Task<PersonalData> ExportAsync(string userId, CancellationToken cancellationToken)
    {
        IReadOnlyList<FeedbackItem> given = await feedback.ListAsync(
            new FeedbackFilter(EarlierTurns: 0, UserId: userId),
            cancellationToken
        );
        return await database.ReadAsync(
            async connection => new PersonalData(
                await tables.AskedByAsync(connection, userId),
                [.. given.Select(g => g.Feedback)],
                await ReadConversationsAsync(connection, userId),
                await ReadUsageAsync(connection, userId),
                [
                    .. await connection.QueryAsync<string>(
                        "SELECT payload FROM queued_activity WHERE user_id = @userId ORDER BY number",
                        new { userId }
                    ),
                ]
            ),
            cancellationToken
        );
    }

    public async Task<int> EraseAsync(string userId, CancellationToken cancellationToken)
    {
        if (!database.Exists)
        {
            return 0;
        }

        int deleted = await database.WriteAsync(connection => EraseAsync(connection, userId), cancellationToken);
        if (database is SqliteDatabase file)
        {
            // Out of the log beside the file too; what the file gives up is overwritten.
            await file.MaintainAsync(
                connection => connection.Execute("PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE);"),
                cancellationToken
            );
        }

        return deleted;
    }

    private static async Task<int> EraseAsync(DbConnection connection, string userId)
    {
        // Conversations in which this person took part; one that is empty afterwards was the person's alone.
        IEnumerable<(string Channel, string Id)> conversations = await connection.QueryAsync<(string, string)>(
            """
            SELECT channel, conversation FROM turn WHERE user_id = @userId
            UNION SELECT channel, conversation FROM feedback WHERE user_id = @userId
            UNION SELECT 'directline', id FROM served_conversation WHERE user_id = @userId
            """,
            new { userId }
        );
        int deleted = 0;
        foreach (string table in (string[])["feedback", "turn", "served_conversation", "queued_activity"])
        {
            deleted += await connection.ExecuteAsync($"DELETE FROM {table} WHERE user_id = @userId", new { userId });
        }

        List<string> keys = [UsageKeys.ForUser(userId)];
        foreach ((string channel, string id) in conversations)
        {
            int gone = await connection.ExecuteAsync(
                """
                DELETE FROM conversation WHERE channel = @channel AND id = @id
                    AND NOT EXISTS (SELECT 1 FROM turn t WHERE t.channel = @channel AND t.conversation = @id)
                    AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.channel = @channel AND f.conversation = @id)
                """,
                new { channel, id }
            );
            if (gone > 0)
            {
                deleted += gone;
                keys.Add(UsageKeys.ForConversation(new ConversationKey(channel, id).ToString()));
            }
        }

        foreach (string key in keys)
        {
            deleted += await connection.ExecuteAsync("DELETE FROM model_usage WHERE key = @key", new { key });
        }

        return deleted;
    }

    private static async Task<IReadOnlyList<PersonalConversation>> ReadConversationsAsync(
        DbConnection connection,
        string userId
    )
    {
        var read = new List<PersonalConversation>();
        IEnumerable<(string Id, long LastActiveAt)> conversations = await connection.QueryAsync<(string, long)>(
            "SELECT id, last_active_at FROM served_conversation WHERE user_id = @userId ORDER BY last_active_at",
            new { userId }
        );
        foreach ((string id, long lastActiveAt) in conversations)
        {
            IEnumerable<string> activities = await connection.QueryAsync<string>(
                "SELECT json FROM activity WHERE conversation = @id ORDER BY number",
                new { id }
            );
            read.Add(
                new PersonalConversation(id, DateTimeOffset.FromUnixTimeMilliseconds(lastActiveAt), [.. activities])
            );
        }

        return read;
    }

    private static async Task<IReadOnlyList<PersonalUsage>> ReadUsageAsync(DbConnection connection, string userId) =>
        [
            .. (
                await connection.QueryAsync<(string Day, long Requests, long Input, long Output)>(
                    "SELECT day, requests, input, output FROM model_usage WHERE key = @key ORDER BY day",
                    new { key = UsageKeys.ForUser(userId) }
                )
            ).Select(u => new PersonalUsage(u.Day, new UsageAmount(u.Requests, u.Input, u.Output))),
        ];
}
