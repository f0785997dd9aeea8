using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Logging;
using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Conversations;

/// <summary>The tables of conversations and turns. Every method runs inside its caller's transaction.</summary>
internal sealed partial class ConversationTables(ILogger<ConversationTables> logger)
{
    /// <summary>The columns of <c>turn t</c> for a <see cref="TurnRow"/>.</summary>
    public const string TurnColumns =
        "t.channel, t.conversation, t.user_id, t.asked_at, t.answer, t.question_activity_id, t.answer_activity_id";

    /// <summary>Opens the conversation when it is new, and says that it is active.</summary>
    public static Task TouchAsync(DbConnection connection, ConversationKey conversation) =>
        connection.ExecuteAsync(
            """
            INSERT INTO conversation (channel, id, started_at, last_active_at) VALUES (@Channel, @Id, (SELECT now FROM clock), (SELECT now FROM clock))
            ON CONFLICT (channel, id) DO UPDATE SET last_active_at =
                CASE WHEN conversation.last_active_at > (SELECT now FROM clock) THEN conversation.last_active_at ELSE (SELECT now FROM clock) END
            """,
            new { conversation.Channel, conversation.Id }
        );

    /// <summary>
    /// A turn that already exists, for the same question answered by the same message, is not appended again.
    /// </summary>
    public static async Task AppendAsync(DbConnection connection, AnsweredTurn turn)
    {
        await TouchAsync(connection, turn.Conversation);
        await connection.ExecuteAsync(
            """
            INSERT INTO turn (channel, conversation, user_id, asked_at, answer, outcome, kind, words, question_activity_id, answer_activity_id, refers_after)
            SELECT channel, id, @UserId, @askedAt, @answer, @outcome, @kind, @words, @QuestionActivityId, @AnswerActivityId, forgotten_up_to
            FROM conversation c WHERE channel = @Channel AND id = @Id AND NOT EXISTS (
                SELECT 1 FROM turn t WHERE t.channel = c.channel AND t.conversation = c.id
                    AND t.question_activity_id = @QuestionActivityId AND t.answer_activity_id = @AnswerActivityId)
            """,
            new
            {
                turn.Conversation.Channel,
                turn.Conversation.Id,
                turn.UserId,
                askedAt = turn.AskedAt.ToUnixTimeMilliseconds(),
                answer = AnswerJson.Serialize(turn.Answer with { Explain = null }),
                outcome = AnswerJson.GetName(turn.Answer.Outcome),
                kind = AnswerJson.GetName(turn.Answer.Kind),
                words = SearchedText.From(turn.Answer),
                turn.QuestionActivityId,
                turn.AnswerActivityId,
            }
        );
    }

    public Task<IReadOnlyList<AnsweredTurn>> RecentAsync(
        DbConnection connection,
        ConversationKey conversation,
        int count
    ) =>
        TurnsAsync(
            connection,
            $"""
            SELECT {TurnColumns} FROM turn t
            JOIN conversation c ON c.channel = t.channel AND c.id = t.conversation
            WHERE t.channel = @Channel AND t.conversation = @Id AND t.number > c.forgotten_up_to
            ORDER BY t.number DESC LIMIT @count
            """,
            new
            {
                conversation.Channel,
                conversation.Id,
                count,
            }
        );

    public async Task<IReadOnlyList<AnsweredTurn>> AskedSinceAsync(
        DbConnection connection,
        DateTimeOffset since,
        int count
    ) =>
        [
            .. (
                await TurnsAsync(
                    connection,
                    $"SELECT {TurnColumns} FROM turn t WHERE t.asked_at >= @since ORDER BY t.asked_at DESC, t.number DESC LIMIT @count",
                    new { since = since.ToUnixTimeMilliseconds(), count }
                )
            ).Reverse(),
        ];

    /// <summary>The turns that the question of a turn could refer to, oldest first.</summary>
    /// <param name="number">The turn.</param>
    /// <param name="count">At most so many, the newest.</param>
    public Task<IReadOnlyList<AnsweredTurn>> ReferredToAsync(DbConnection connection, long number, int count) =>
        TurnsAsync(
            connection,
            $"""
            SELECT {TurnColumns} FROM turn a JOIN turn t ON t.channel = a.channel AND t.conversation = a.conversation
                AND t.number < a.number AND t.number > a.refers_after
            WHERE a.number = @number ORDER BY t.number DESC LIMIT @count
            """,
            new { number, count }
        );

    /// <summary>All turns of one person, oldest first.</summary>
    public async Task<IReadOnlyList<AnsweredTurn>> AskedByAsync(DbConnection connection, string userId) =>
        await TurnsAsync(
            connection,
            $"SELECT {TurnColumns} FROM turn t WHERE t.user_id = @userId ORDER BY t.number DESC",
            new { userId }
        );

    public static async Task<IReadOnlyList<ConversationSummary>> ListAsync(DbConnection connection, int count) =>
        [
            .. (
                await connection.QueryAsync<(string Channel, string Id, long Started, long LastActive, long Turns)>(
                    """
                    SELECT c.channel, c.id, c.started_at, c.last_active_at,
                        (SELECT count(*) FROM turn t WHERE t.channel = c.channel AND t.conversation = c.id)
                    FROM conversation c ORDER BY c.last_active_at DESC, c.channel, c.id LIMIT @count
                    """,
                    new { count }
                )
            ).Select(row => new ConversationSummary(
                new ConversationKey(row.Channel, row.Id),
                DateTimeOffset.FromUnixTimeMilliseconds(row.Started),
                DateTimeOffset.FromUnixTimeMilliseconds(row.LastActive),
                (int)row.Turns
            )),
        ];

    public static Task ResetAsync(DbConnection connection, ConversationKey conversation) =>
        connection.ExecuteAsync(
            """
            UPDATE conversation SET forgotten_up_to =
                (SELECT coalesce(max(number), 0) FROM turn t WHERE t.channel = @Channel AND t.conversation = @Id)
            WHERE channel = @Channel AND id = @Id
            """,
            new { conversation.Channel, conversation.Id }
        );

    public static Task DeleteAsync(DbConnection connection, ConversationKey conversation) =>
        connection.ExecuteAsync(
            "DELETE FROM conversation WHERE channel = @Channel AND id = @Id",
            new { conversation.Channel, conversation.Id }
        );

    public static async Task<bool> HasAnswerAsync(
        DbConnection connection,
        ConversationKey conversation,
        string answerActivityId
    ) =>
        await connection.ExecuteScalarAsync<long>(
            """
            SELECT count(*) FROM turn
            WHERE channel = @Channel AND conversation = @Id AND answer_activity_id = @answerActivityId
            """,
            new
            {
                conversation.Channel,
                conversation.Id,
                answerActivityId,
            }
        ) > 0;

    public static async Task<bool> TryMarkWelcomedAsync(
        DbConnection connection,
        ConversationKey conversation,
        string? turn
    )
    {
        await TouchAsync(connection, conversation);
        return await connection.ExecuteAsync(
                """
                UPDATE conversation SET is_welcomed = 1, welcomed_by = @turn
                WHERE channel = @Channel AND id = @Id AND (is_welcomed = 0 OR welcomed_by = @turn)
                """,
                new
                {
                    conversation.Channel,
                    conversation.Id,
                    turn,
                }
            ) > 0;
    }

    /// <summary>Null for an answer that no version of ours can have written: one bad row does not hide the others.</summary>
    public AnsweredTurn? ReadTurn(TurnRow row)
    {
        try
        {
            return new AnsweredTurn
            {
                Conversation = new ConversationKey(row.Channel, row.Conversation),
                UserId = row.UserId,
                AskedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.AskedAt),
                Answer = AnswerJson.Parse(row.Answer),
                QuestionActivityId = row.QuestionActivityId,
                AnswerActivityId = row.AnswerActivityId,
            };
        }
        catch (JsonException unreadable)
        {
            LogUnreadable(logger, unreadable);
            return null;
        }
    }

    /// <summary>The rows of a query that reads the newest first, the oldest first.</summary>
    private async Task<IReadOnlyList<AnsweredTurn>> TurnsAsync(DbConnection connection, string sql, object parameters)
    {
        IEnumerable<TurnRow> rows = (
            await connection.QueryAsync<(string, string, string, long, string, string?, string?)>(sql, parameters)
        ).Select(r => new TurnRow(r.Item1, r.Item2, r.Item3, r.Item4, r.Item5, r.Item6, r.Item7));
        return [.. rows.Reverse().Select(ReadTurn).OfType<AnsweredTurn>()];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A kept answer cannot be read and is passed over")]
    private static partial void LogUnreadable(ILogger logger, Exception exception);

    /// <summary>A row of the table of turns.</summary>
    public sealed record TurnRow(
        string Channel,
        string Conversation,
        string UserId,
        long AskedAt,
        string Answer,
        string? QuestionActivityId,
        string? AnswerActivityId
    );
}
