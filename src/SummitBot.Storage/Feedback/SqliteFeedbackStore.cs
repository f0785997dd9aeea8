using Microsoft.Data.Sqlite;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Storage.Conversations;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Feedback;

internal sealed class SqliteFeedbackStore(SqliteDatabase database, SqliteConversations conversations) : IFeedbackStore
{
    public Task SaveAsync(AnswerFeedback feedback, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                conversations.Touch(connection, feedback.Conversation);
                return connection.Execute(
                    """
                    INSERT INTO feedback (channel, conversation, answer_activity_id, user_id, reaction, comment, given_at)
                    VALUES ($channel, $id, $answer, $user, $reaction, $comment, $givenAt)
                    ON CONFLICT DO UPDATE SET reaction = $reaction, comment = $comment, given_at = $givenAt
                    """,
                    ("$channel", feedback.Conversation.Channel),
                    ("$id", feedback.Conversation.Id),
                    ("$answer", feedback.AnswerActivityId),
                    ("$user", feedback.UserId),
                    ("$reaction", GetWord(feedback.Reaction)),
                    ("$comment", feedback.Comment),
                    ("$givenAt", feedback.GivenAt.ToUnixTimeMilliseconds())
                );
            },
            cancellationToken
        );

    public Task<IReadOnlyList<FeedbackItem>> ListAsync(FeedbackFilter filter, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<FeedbackItem>>(
            connection => [.. Select(connection, filter).GroupBy(row => row.Feedback, row => row, CreateItem)],
            cancellationToken
        );

    /// <summary>For each feedback a row for each of its turns, oldest first; one row without a turn where none is kept.</summary>
    private List<FeedbackRow> Select(SqliteConnection connection, FeedbackFilter filter) =>
        connection.Query(
            $"""
            WITH given AS (
                SELECT * FROM feedback
                WHERE given_at >= $since AND ($reaction IS NULL OR reaction = $reaction)
                ORDER BY given_at DESC, channel, conversation, answer_activity_id, user_id LIMIT $count
            ), named AS (
                SELECT g.*, (
                    SELECT max(a.number) FROM turn a
                    WHERE a.channel = g.channel AND a.conversation = g.conversation
                        AND a.answer_activity_id = g.answer_activity_id
                ) AS number FROM given g
            )
            SELECT {SqliteConversations.TurnColumns}, t.number = n.number,
                n.channel, n.conversation, n.answer_activity_id, n.user_id, n.reaction, n.comment, n.given_at
            FROM named n LEFT JOIN turn t ON t.number IN (
                SELECT n.number UNION ALL SELECT number FROM (
                    SELECT e.number FROM turn e JOIN turn a ON a.number = n.number
                    WHERE e.channel = n.channel AND e.conversation = n.conversation
                        AND e.number < a.number AND e.number > a.refers_after
                    ORDER BY e.number DESC LIMIT $earlier
                )
            )
            ORDER BY n.given_at DESC, n.channel, n.conversation, n.answer_activity_id, n.user_id, t.number
            """,
            ReadRow,
            ("$since", filter.Since?.ToUnixTimeMilliseconds() ?? long.MinValue),
            ("$reaction", filter.Reaction is { } reaction ? GetWord(reaction) : null),
            ("$count", filter.Count ?? -1),
            ("$earlier", filter.EarlierTurns)
        );

    private FeedbackRow ReadRow(SqliteDataReader row)
    {
        bool hasTurn = !row.IsDBNull(7);
        var feedback = new AnswerFeedback
        {
            Conversation = new ConversationKey(row.GetString(8), row.GetString(9)),
            AnswerActivityId = row.GetString(10),
            UserId = row.GetString(11),
            Reaction = row.GetString(12) == GetWord(Reaction.Like) ? Reaction.Like : Reaction.Dislike,
            Comment = row.TextOrNull(13),
            GivenAt = row.Time(14),
        };
        return new FeedbackRow(
            feedback,
            hasTurn ? conversations.ReadTurn(row) : null,
            IsNamed: hasTurn && row.GetBoolean(7)
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

    private static string GetWord(Reaction reaction) => reaction is Reaction.Like ? "like" : "dislike";

    /// <param name="IsNamed">The feedback is on the answer of this turn; else its question could refer to the turn.</param>
    private sealed record FeedbackRow(AnswerFeedback Feedback, AnsweredTurn? Turn, bool IsNamed);
}
