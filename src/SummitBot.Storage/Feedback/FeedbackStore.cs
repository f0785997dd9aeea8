using System.Data.Common;
using Dapper;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Storage.Conversations;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Feedback;

internal sealed class FeedbackStore(IDatabase database, ConversationTables conversations) : IFeedbackStore
{
    public Task SaveAsync(AnswerFeedback feedback, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                await ConversationTables.TouchAsync(connection, feedback.Conversation);
                return await connection.ExecuteAsync(
                    """
                    INSERT INTO feedback (channel, conversation, answer_activity_id, user_id, reaction, comment, given_at)
                    VALUES (@Channel, @Id, @AnswerActivityId, @UserId, @reaction, @Comment, @givenAt)
                    ON CONFLICT (channel, conversation, answer_activity_id, user_id)
                        DO UPDATE SET reaction = @reaction, comment = @Comment, given_at = @givenAt
                    """,
                    new
                    {
                        feedback.Conversation.Channel,
                        feedback.Conversation.Id,
                        feedback.AnswerActivityId,
                        feedback.UserId,
                        reaction = StoredFeedback.GetWord(feedback.Reaction),
                        feedback.Comment,
                        givenAt = feedback.GivenAt.ToUnixTimeMilliseconds(),
                    }
                );
            },
            cancellationToken
        );

    public Task<IReadOnlyList<FeedbackItem>> ListAsync(FeedbackFilter filter, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<FeedbackItem>>(
            async connection =>
                [.. (await SelectAsync(connection, filter)).GroupBy(row => row.Feedback, row => row, CreateItem)],
            cancellationToken
        );

    /// <summary>For each feedback a row for each of its turns, oldest first; one row without a turn where none is kept.</summary>
    private async Task<IEnumerable<FeedbackRow>> SelectAsync(DbConnection connection, FeedbackFilter filter) =>
        (
            await connection.QueryAsync<GivenRow, TurnRow?, FeedbackRow>(
                """
                WITH given AS (
                    SELECT * FROM feedback
                    WHERE given_at >= @since AND (CAST(@reaction AS TEXT) IS NULL OR reaction = @reaction)
                        AND (CAST(@UserId AS TEXT) IS NULL OR user_id = @UserId)
                    ORDER BY given_at DESC, channel, conversation, answer_activity_id, user_id LIMIT @count
                ), named AS (
                    SELECT g.*, (
                        SELECT max(a.number) FROM turn a
                        WHERE a.channel = g.channel AND a.conversation = g.conversation
                            AND a.answer_activity_id = g.answer_activity_id
                    ) AS number FROM given g
                )
                SELECT n.channel, n.conversation, n.answer_activity_id AS answerActivityId, n.user_id AS userId,
                    n.reaction, n.comment, n.given_at AS givenAt,
                    t.channel AS turn, t.channel, t.conversation, t.user_id AS userId, t.asked_at AS askedAt, t.answer,
                    t.question_activity_id AS questionActivityId, t.answer_activity_id AS answerActivityId,
                    CAST(CASE WHEN t.number = n.number THEN 1 ELSE 0 END AS BIGINT) AS isNamed
                FROM named n LEFT JOIN turn t ON t.number IN (
                    SELECT n.number UNION ALL SELECT number FROM (
                        SELECT e.number FROM turn e JOIN turn a ON a.number = n.number
                        WHERE e.channel = n.channel AND e.conversation = n.conversation
                            AND e.number < a.number AND e.number > a.refers_after
                        ORDER BY e.number DESC LIMIT @EarlierTurns
                    ) AS earlier
                )
                ORDER BY n.given_at DESC, n.channel, n.conversation, n.answer_activity_id, n.user_id, t.number
                """,
                ReadRow,
                new
                {
                    since = filter.Since?.ToUnixTimeMilliseconds() ?? long.MinValue,
                    reaction = filter.Reaction is { } reaction ? StoredFeedback.GetWord(reaction) : null,
                    filter.UserId,
                    count = filter.Count ?? long.MaxValue,
                    filter.EarlierTurns,
                },
                splitOn: "turn"
            )
        ).ToList();

    private FeedbackRow ReadRow(GivenRow given, TurnRow? turn)
    {
        AnswerFeedback feedback = StoredFeedback.Create(
            new ConversationKey(given.Channel, given.Conversation),
            given.AnswerActivityId,
            given.UserId,
            given.Reaction,
            given.Comment,
            given.GivenAt
        );
        return new FeedbackRow(
            feedback,
            turn?.Answer is null ? null : conversations.ReadTurn(turn.ToTurn()),
            turn?.IsNamed > 0
        );
    }

    private static FeedbackItem CreateItem(AnswerFeedback feedback, IEnumerable<FeedbackRow> rows)
    {
        FeedbackRow[] turns = [.. rows];
        AnsweredTurn? named = turns.FirstOrDefault(r => r.IsNamed)?.Turn;
        return new FeedbackItem(
            feedback,
            named,
            named is null ? [] : [.. turns.Where(r => !r.IsNamed).Select(r => r.Turn).OfType<AnsweredTurn>()]
        );
    }

    /// <param name="IsNamed">The feedback is on the answer of this turn; else its question could refer to the turn.</param>
    private sealed record FeedbackRow(AnswerFeedback Feedback, AnsweredTurn? Turn, bool IsNamed);

    private sealed record GivenRow
    {
        public required string Channel { get; init; }

        public required string Conversation { get; init; }

        public required string AnswerActivityId { get; init; }

        public required string UserId { get; init; }

        public required string Reaction { get; init; }

        public string? Comment { get; init; }

        public long GivenAt { get; init; }
    }

    private sealed record TurnRow
    {
        public string Channel { get; init; } = "";

        public string Conversation { get; init; } = "";

        public string UserId { get; init; } = "";

        public long AskedAt { get; init; }

        /// <summary>Null in a row without a turn.</summary>
        public string? Answer { get; init; }

        public string? QuestionActivityId { get; init; }

        public string? AnswerActivityId { get; init; }

        public long IsNamed { get; init; }

        public ConversationTables.TurnRow ToTurn() =>
            new(Channel, Conversation, UserId, AskedAt, Answer!, QuestionActivityId, AnswerActivityId);
    }
}
