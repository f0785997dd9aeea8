using Microsoft.Data.Sqlite;
using SummitBot.Hosting.Activities;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Activities;

/// <summary>The tables of served conversations. Every method runs inside its caller's transaction.</summary>
internal sealed class SqliteActivities(TimeProvider time)
{
    /// <summary>Of one conversation; older ones make room.</summary>
    public const int MaxKept = 10_000;

    public bool TryStart(SqliteConnection connection, string conversation, string userId) =>
        connection.Execute(
            "INSERT INTO served_conversation (id, user_id, last_active_at) VALUES ($id, $user, $now) ON CONFLICT DO NOTHING",
            ("$id", conversation),
            ("$user", userId),
            ("$now", Now)
        ) > 0;

    public static LoggedConversation? Find(SqliteConnection connection, string conversation) =>
        connection
            .Query(
                """
                SELECT id, user_id, is_ended, (SELECT ifnull(max(number), 0) FROM activity WHERE conversation = $id)
                FROM served_conversation WHERE id = $id
                """,
                row => new LoggedConversation(row.GetString(0), row.GetString(1), row.GetInt64(3), row.GetBoolean(2)),
                ("$id", conversation)
            )
            .FirstOrDefault();

    /// <summary>The activity with the next number, and at least its own.</summary>
    public LoggedActivity Append(SqliteConnection connection, string conversation, LoggedActivity activity)
    {
        if (FindDuplicate(connection, conversation, activity.ClientActivityId) is { } duplicate)
        {
            return duplicate;
        }

        long last = connection.Scalar<long>(
            "SELECT max(number) FROM activity WHERE conversation = $id",
            ("$id", conversation)
        );
        LoggedActivity numbered = activity with { Number = Math.Max(last + 1, activity.Number) };
        connection.Execute(
            """
            INSERT INTO activity (conversation, number, id, client_activity_id, json)
            VALUES ($conversation, $number, $id, $clientId, $json)
            """,
            ("$conversation", conversation),
            ("$number", numbered.Number),
            ("$id", activity.Id),
            ("$clientId", activity.ClientActivityId),
            ("$json", activity.Json)
        );
        connection.Execute(
            "DELETE FROM activity WHERE conversation = $id AND number <= $oldest",
            ("$id", conversation),
            ("$oldest", numbered.Number - MaxKept)
        );
        connection.Execute(
            "UPDATE served_conversation SET last_active_at = max(last_active_at, $now) WHERE id = $id",
            ("$id", conversation),
            ("$now", Now)
        );
        return numbered;
    }

    /// <summary>True when the conversation holds the activity, whatever number it has there.</summary>
    public static bool Contains(SqliteConnection connection, string conversation, LoggedActivity activity) =>
        connection.Scalar<long>(
            "SELECT count(*) FROM activity WHERE conversation = $conversation AND id = $id",
            ("$conversation", conversation),
            ("$id", activity.Id)
        ) > 0;

    public static IReadOnlyList<LoggedActivity> Read(
        SqliteConnection connection,
        string conversation,
        long after,
        int count
    ) =>
        connection.Query(
            """
            SELECT number, id, client_activity_id, json FROM activity
            WHERE conversation = $conversation AND number > $after ORDER BY number LIMIT $count
            """,
            ReadActivity,
            ("$conversation", conversation),
            ("$after", after),
            ("$count", count)
        );

    public static void End(SqliteConnection connection, string conversation) =>
        connection.Execute("UPDATE served_conversation SET is_ended = 1 WHERE id = $id", ("$id", conversation));

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static LoggedActivity? FindDuplicate(SqliteConnection connection, string conversation, string? clientId) =>
        clientId is null
            ? null
            : connection
                .Query(
                    """
                    SELECT number, id, client_activity_id, json FROM activity
                    WHERE conversation = $conversation AND client_activity_id = $clientId
                    """,
                    ReadActivity,
                    ("$conversation", conversation),
                    ("$clientId", clientId)
                )
                .FirstOrDefault();

    private static LoggedActivity ReadActivity(SqliteDataReader row) =>
        new(row.GetString(1), row.GetString(3)) { Number = row.GetInt64(0), ClientActivityId = row.TextOrNull(2) };
}
