using Microsoft.Data.Sqlite;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Storage.Conversations;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Feedback;

internal sealed class SqliteFeedbackStore(SqliteDatabase database, SqliteConversations conversations) : IFeedbackStore
{
    private const int EarlierTurns = 10;

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
                    ("$reaction", WordOf(feedback.Reaction)),
                    ("$comment", feedback.Comment),
                    ("$givenAt", feedback.GivenAt.ToUnixTimeMilliseconds())
                );
            },
            cancellationToken
        );

    public Task<IReadOnlyList<FeedbackItem>> ListAsync(FeedbackFilter filter, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<FeedbackItem>>(
            connection => [.. Select(connection, filter).Select(feedback => WithTurn(connection, feedback))],
            cancellationToken
        );

    private static List<AnswerFeedback> Select(SqliteConnection connection, FeedbackFilter filter) =>
        connection.Query(
            """
            SELECT channel, conversation, answer_activity_id, user_id, reaction, comment, given_at FROM feedback
            WHERE given_at >= $since AND ($reaction IS NULL OR reaction = $reaction)
            ORDER BY given_at DESC, channel, conversation, answer_activity_id, user_id
            LIMIT $count
            """,
            row => new AnswerFeedback
            {
                Conversation = new ConversationKey(row.GetString(0), row.GetString(1)),
                AnswerActivityId = row.GetString(2),
                UserId = row.GetString(3),
                Reaction = row.GetString(4) == WordOf(Reaction.Like) ? Reaction.Like : Reaction.Dislike,
                Comment = row.TextOrNull(5),
                GivenAt = row.Time(6),
            },
            ("$since", filter.Since?.ToUnixTimeMilliseconds() ?? long.MinValue),
            ("$reaction", filter.Reaction is { } reaction ? WordOf(reaction) : null),
            ("$count", filter.Count ?? -1)
        );

    private FeedbackItem WithTurn(SqliteConnection connection, AnswerFeedback feedback)
    {
        (AnsweredTurn? turn, IReadOnlyList<AnsweredTurn> earlier) = conversations.Find(
            connection,
            feedback.Conversation,
            feedback.AnswerActivityId,
            EarlierTurns
        );
        return new FeedbackItem(feedback, turn, earlier);
    }

    private static string WordOf(Reaction reaction) => reaction is Reaction.Like ? "like" : "dislike";
}
