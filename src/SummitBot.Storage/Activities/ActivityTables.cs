using System.Data.Common;
using Dapper;
using SummitBot.Hosting.Activities;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Activities;

/// <summary>The tables of served conversations. Every method runs inside its caller's transaction.</summary>
internal sealed class ActivityTables(IDatabase database)
{
    /// <summary>Of one conversation; older ones make room.</summary>
    public const int MaxKept = 10_000;

    private const string Columns = "number, id, client_activity_id, json";

    public static async Task<bool> TryStartAsync(DbConnection connection, string conversation, string userId) =>
        await connection.ExecuteAsync(
            "INSERT INTO served_conversation (id, user_id, last_active_at) VALUES (@conversation, @userId, (SELECT now FROM clock)) ON CONFLICT DO NOTHING",
            new { conversation, userId }
        ) > 0;

    public static async Task<LoggedConversation?> FindAsync(DbConnection connection, string conversation)
    {
        const string Sql = """
            SELECT id, user_id, (SELECT coalesce(max(number), 0) FROM activity WHERE conversation = @conversation), is_ended
            FROM served_conversation WHERE id = @conversation
            """;
        foreach (
            var row in await connection.QueryAsync<(string Id, string UserId, long Last, long IsEnded)>(
                Sql,
                new { conversation }
            )
        )
        {
            return new LoggedConversation(row.Id, row.UserId, row.Last, row.IsEnded > 0);
        }

        return null;
    }

    /// <summary>The activity with the next number, and at least its own.</summary>
    public async Task<LoggedActivity> AppendAsync(DbConnection connection, string conversation, LoggedActivity activity)
    {
        await database.LockAsync(connection, conversation);
        if (
            activity.ClientActivityId is { } clientId
            && await FindAsync(connection, conversation, "client_activity_id = @value", clientId) is { } duplicate
        )
        {
            return duplicate;
        }

        long last = await connection.ExecuteScalarAsync<long>(
            "SELECT coalesce(max(number), 0) FROM activity WHERE conversation = @conversation",
            new { conversation }
        );
        LoggedActivity numbered = activity with { Number = Math.Max(last + 1, activity.Number) };
        await connection.ExecuteAsync(
            """
            INSERT INTO activity (conversation, number, id, client_activity_id, json)
            VALUES (@conversation, @Number, @Id, @ClientActivityId, @Json);
            DELETE FROM activity WHERE conversation = @conversation AND number <= @oldest;
            UPDATE served_conversation SET last_active_at = CASE WHEN last_active_at > (SELECT now FROM clock) THEN last_active_at ELSE (SELECT now FROM clock) END
                WHERE id = @conversation;
            """,
            new
            {
                conversation,
                numbered.Number,
                numbered.Id,
                numbered.ClientActivityId,
                numbered.Json,
                oldest = numbered.Number - MaxKept,
            }
        );
        return numbered;
    }

    /// <summary>The activity with that id and any number; null when the conversation does not have it.</summary>
    public static Task<LoggedActivity?> FindByIdAsync(DbConnection connection, string conversation, string id) =>
        FindAsync(connection, conversation, "id = @value", id);

    public static async Task<IReadOnlyList<LoggedActivity>> ReadAsync(
        DbConnection connection,
        string conversation,
        long after,
        int count
    ) =>
        await SelectAsync(
            connection,
            $"SELECT {Columns} FROM activity WHERE conversation = @conversation AND number > @after ORDER BY number LIMIT @count",
            new
            {
                conversation,
                after,
                count,
            }
        );

    public static Task EndAsync(DbConnection connection, string conversation) =>
        connection.ExecuteAsync(
            "UPDATE served_conversation SET is_ended = 1 WHERE id = @conversation",
            new { conversation }
        );

    private static async Task<LoggedActivity?> FindAsync(
        DbConnection connection,
        string conversation,
        string condition,
        string value
    )
    {
        string sql = $"SELECT {Columns} FROM activity WHERE conversation = @conversation AND {condition}";
        return await SelectAsync(connection, sql, new { conversation, value }) is [var first, ..] ? first : null;
    }

    private static async Task<IReadOnlyList<LoggedActivity>> SelectAsync(
        DbConnection connection,
        string sql,
        object parameters
    ) =>
        [
            .. (
                await connection.QueryAsync<(long Number, string Id, string? ClientId, string Json)>(sql, parameters)
            ).Select(row => new LoggedActivity(row.Id, row.Json)
            {
                Number = row.Number,
                ClientActivityId = row.ClientId,
            }),
        ];
}
