using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Conversations;

/// <summary>The tables of conversations and turns. Every method runs inside its caller's transaction.</summary>
internal sealed partial class SqliteConversations(TimeProvider time, ILogger<SqliteConversations> logger)
{
    /// <summary>The columns of <c>turn t</c> that <see cref="ReadTurn"/> reads: the first ones of a row.</summary>
    public const string TurnColumns =
        "t.channel, t.conversation, t.user_id, t.asked_at, t.answer, t.question_activity_id, t.answer_activity_id";

    /// <summary>Creates the conversation when it is new, and updates its activity time.</summary>
    public void Touch(SqliteConnection connection, ConversationKey conversation) =>
        connection.Execute(
            """
            INSERT INTO conversation (channel, id, started_at, last_active_at) VALUES ($channel, $id, $now, $now)
            ON CONFLICT DO UPDATE SET last_active_at = max(last_active_at, $now)
            """,
            ("$channel", conversation.Channel),
            ("$id", conversation.Id),
            ("$now", time.GetUtcNow().ToUnixTimeMilliseconds())
        );

    public void Append(SqliteConnection connection, AnsweredTurn turn)
    {
        Touch(connection, turn.Conversation);
        connection.Execute(
            """
            INSERT INTO turn (channel, conversation, user_id, asked_at, answer, question_activity_id, answer_activity_id, refers_after)
            SELECT channel, id, $user, $askedAt, $answer, $questionId, $answerId, forgotten_up_to
            FROM conversation WHERE channel = $channel AND id = $id
            """,
            ("$channel", turn.Conversation.Channel),
            ("$id", turn.Conversation.Id),
            ("$user", turn.UserId),
            ("$askedAt", turn.AskedAt.ToUnixTimeMilliseconds()),
            ("$answer", AnswerJson.Serialize(turn.Answer with { Explain = null })),
            ("$questionId", turn.QuestionActivityId),
            ("$answerId", turn.AnswerActivityId)
        );
    }

    public IReadOnlyList<AnsweredTurn> Recent(SqliteConnection connection, ConversationKey conversation, int count) =>
        Turns(
            connection,
            $"""
            SELECT {TurnColumns} FROM turn t
            JOIN conversation c ON c.channel = t.channel AND c.id = t.conversation
            WHERE t.channel = $channel AND t.conversation = $id AND t.number > c.forgotten_up_to
            ORDER BY t.number DESC LIMIT $count
            """,
            ("$channel", conversation.Channel),
            ("$id", conversation.Id),
            ("$count", count)
        );

    public IReadOnlyList<AnsweredTurn> AskedSince(SqliteConnection connection, DateTimeOffset since, int count) =>
        [
            .. Turns(
                    connection,
                    $"SELECT {TurnColumns} FROM turn t WHERE t.asked_at >= $since ORDER BY t.asked_at DESC, t.number DESC LIMIT $count",
                    ("$since", since.ToUnixTimeMilliseconds()),
                    ("$count", count)
                )
                .Reverse(),
        ];

    public static IReadOnlyList<ConversationSummary> List(SqliteConnection connection, int count) =>
        connection.Query(
            """
            SELECT c.channel, c.id, c.started_at, c.last_active_at,
                (SELECT count(*) FROM turn t WHERE t.channel = c.channel AND t.conversation = c.id)
            FROM conversation c ORDER BY c.last_active_at DESC, c.channel, c.id LIMIT $count
            """,
            row => new ConversationSummary(
                new ConversationKey(row.GetString(0), row.GetString(1)),
                row.Time(2),
                row.Time(3),
                row.GetInt32(4)
            ),
            ("$count", count)
        );

    public static void Reset(SqliteConnection connection, ConversationKey conversation) =>
        connection.Execute(
            """
            UPDATE conversation SET forgotten_up_to =
                (SELECT ifnull(max(number), 0) FROM turn t WHERE t.channel = $channel AND t.conversation = $id)
            WHERE channel = $channel AND id = $id
            """,
            ("$channel", conversation.Channel),
            ("$id", conversation.Id)
        );

    public static void Delete(SqliteConnection connection, ConversationKey conversation) =>
        connection.Execute(
            "DELETE FROM conversation WHERE channel = $channel AND id = $id",
            ("$channel", conversation.Channel),
            ("$id", conversation.Id)
        );

    public static bool HasAnswer(SqliteConnection connection, ConversationKey conversation, string answerActivityId) =>
        connection.Scalar<long>(
            """
            SELECT EXISTS (
                SELECT 1 FROM turn WHERE channel = $channel AND conversation = $id AND answer_activity_id = $answer)
            """,
            ("$channel", conversation.Channel),
            ("$id", conversation.Id),
            ("$answer", answerActivityId)
        ) > 0;

    public bool TryMarkWelcomed(SqliteConnection connection, ConversationKey conversation)
    {
        Touch(connection, conversation);
        return connection.Execute(
                "UPDATE conversation SET is_welcomed = 1 WHERE channel = $channel AND id = $id AND is_welcomed = 0",
                ("$channel", conversation.Channel),
                ("$id", conversation.Id)
            ) > 0;
    }

    /// <summary>The rows of a query that reads newest first, in reverse order.</summary>
    private IReadOnlyList<AnsweredTurn> Turns(
        SqliteConnection connection,
        string sql,
        params IEnumerable<(string, object?)> parameters
    )
    {
        List<AnsweredTurn?> turns = connection.Query(sql, ReadTurn, parameters);
        turns.Reverse();
        return [.. turns.OfType<AnsweredTurn>()];
    }

    /// <summary>Null for an answer that cannot be parsed: one bad row does not hide the others.</summary>
    public AnsweredTurn? ReadTurn(SqliteDataReader row)
    {
        try
        {
            return new AnsweredTurn
            {
                Conversation = new ConversationKey(row.GetString(0), row.GetString(1)),
                UserId = row.GetString(2),
                AskedAt = row.Time(3),
                Answer = AnswerJson.Parse(row.GetString(4)),
                QuestionActivityId = row.TextOrNull(5),
                AnswerActivityId = row.TextOrNull(6),
            };
        }
        catch (JsonException unreadable)
        {
            LogUnreadable(logger, unreadable);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A stored answer cannot be read and is skipped")]
    private static partial void LogUnreadable(ILogger logger, Exception exception);
}
