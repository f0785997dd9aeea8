using System.Data.Common;
using System.Globalization;
using Dapper;
using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Core.Reviews;
using SummitBot.Storage.Conversations;
using SummitBot.Storage.Database;
using SummitBot.Storage.Feedback;

namespace SummitBot.Storage.Reviews;

internal sealed class ReviewStore(IDatabase database, ConversationTables conversations) : IReviewStore
{
    private const int MaxWords = 10;

    /// <summary>The feedback on the answer of <c>turn t</c>.</summary>
    private const string IsOnAnswer =
        "f.channel = t.channel AND f.conversation = t.conversation AND f.answer_activity_id = t.answer_activity_id";

    public Task<TurnPage> FindAsync(TurnFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return database.ReadAsync(
            async connection =>
            {
                (string where, DynamicParameters parameters) = Where(filter);
                // One more tells whether there is a next page.
                IGrouping<long, Row>[] found =
                [
                    .. (
                        await SelectAsync(
                            connection,
                            $"SELECT t.number FROM turn t WHERE {where} ORDER BY t.number DESC LIMIT @Count",
                            parameters
                        )
                    ).Reverse(),
                ];
                IGrouping<long, Row>[] page = [.. found.Take(filter.Count)];
                IEnumerable<string> channels = await connection.QueryAsync<string>(
                    "SELECT DISTINCT channel FROM conversation ORDER BY channel"
                );
                return new TurnPage(
                    [.. page.Select(CreateTurn).OfType<ReviewedTurn>()],
                    found.Length > page.Length ? page[^1].Key : null,
                    [.. channels]
                );
            },
            cancellationToken
        );
    }

    public Task<IReadOnlyList<ReviewedTurn>> ReadConversationAsync(
        long turn,
        int around,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            connection =>
                ReadAsync(
                    connection,
                    """
                    SELECT number FROM (
                        SELECT e.number FROM turn e JOIN turn s ON s.number = @turn
                        WHERE e.channel = s.channel AND e.conversation = s.conversation AND e.number <= s.number
                        ORDER BY e.number DESC LIMIT @around + 1
                    ) AS earlier
                    UNION ALL SELECT number FROM (
                        SELECT l.number FROM turn l JOIN turn s ON s.number = @turn
                        WHERE l.channel = s.channel AND l.conversation = s.conversation AND l.number > s.number
                        ORDER BY l.number LIMIT @around
                    ) AS later
                    """,
                    new { turn, around }
                ),
            cancellationToken
        );

    public Task<bool> CorrectAsync(long turn, Correction correction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return database.WriteAsync(
            async connection =>
                await connection.ExecuteAsync(
                    """
                    INSERT INTO correction (turn, article, answer, marked_at)
                    SELECT number, @ArticleId, @Answer, @markedAt FROM turn WHERE number = @turn
                    ON CONFLICT (turn) DO UPDATE SET article = @ArticleId, answer = @Answer, marked_at = @markedAt
                    """,
                    new
                    {
                        turn,
                        correction.ArticleId,
                        correction.Answer,
                        markedAt = correction.MarkedAt.ToUnixTimeMilliseconds(),
                    }
                ) > 0,
            cancellationToken
        );
    }

    public Task UndoCorrectionAsync(long turn, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => connection.ExecuteAsync("DELETE FROM correction WHERE turn = @turn", new { turn }),
            cancellationToken
        );

    public Task<IReadOnlyList<CorrectedTurn>> ListCorrectedAsync(
        int earlierTurns,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<CorrectedTurn>>(
            async connection =>
            {
                var corrected = new List<CorrectedTurn>();
                foreach (
                    ReviewedTurn reviewed in await ReadAsync(connection, "SELECT turn AS number FROM correction", null)
                )
                {
                    corrected.Add(
                        new CorrectedTurn(
                            reviewed,
                            await conversations.ReferredToAsync(connection, reviewed.Number, earlierTurns)
                        )
                    );
                }

                return corrected;
            },
            cancellationToken
        );

    private static (string Where, DynamicParameters Parameters) Where(TurnFilter filter)
    {
        // A host of an earlier version writes no kind.
        List<string> conditions = ["coalesce(t.kind, '') <> @smallTalk"];
        var parameters = new DynamicParameters();
        parameters.Add("smallTalk", AnswerJson.GetName(AnswerKind.SmallTalk));
        parameters.Add(nameof(filter.Count), filter.Count + 1);
        Add("t.outcome = @outcome", "outcome", filter.Outcome is { } outcome ? AnswerJson.GetName(outcome) : null);
        Add("t.channel = @channel", "channel", filter.Channel);
        Add("t.asked_at >= @since", "since", filter.Since?.ToUnixTimeMilliseconds());
        Add("t.asked_at < @until", "until", filter.Until?.ToUnixTimeMilliseconds());
        Add("t.number < @before", "before", filter.Before);
        int number = 0;
        foreach (string pattern in SearchedText.CreatePatterns(filter.Words).Take(MaxWords))
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"word{number++}");
            Add($"t.words LIKE @{name} ESCAPE '\\'", name, pattern);
        }

        if (filter.Judgement is { } judgement)
        {
            conditions.Add(
                judgement switch
                {
                    Judgement.Liked => HasFeedback($"f.reaction = '{StoredFeedback.GetWord(Reaction.Like)}'"),
                    Judgement.Disliked => HasFeedback($"f.reaction = '{StoredFeedback.GetWord(Reaction.Dislike)}'"),
                    Judgement.Commented => HasFeedback("f.comment IS NOT NULL"),
                    _ => "EXISTS (SELECT 1 FROM correction c WHERE c.turn = t.number)",
                }
            );
        }

        return (string.Join(" AND ", conditions), parameters);

        void Add(string condition, string name, object? value)
        {
            if (value is not null)
            {
                conditions.Add(condition);
                parameters.Add(name, value);
            }
        }
    }

    private static string HasFeedback(string condition) =>
        $"EXISTS (SELECT 1 FROM feedback f WHERE {IsOnAnswer} AND {condition})";

    private async Task<IReadOnlyList<ReviewedTurn>> ReadAsync(
        DbConnection connection,
        string numbers,
        object? parameters
    ) => [.. (await SelectAsync(connection, numbers, parameters)).Select(CreateTurn).OfType<ReviewedTurn>()];

    /// <summary>The rows of each turn, oldest first.</summary>
    /// <param name="numbers">A query of the turns' numbers.</param>
    private static async Task<IEnumerable<IGrouping<long, Row>>> SelectAsync(
        DbConnection connection,
        string numbers,
        object? parameters
    ) =>
        (
            await connection.QueryAsync<Row>(
                $"""
                SELECT t.number, t.channel, t.conversation, t.user_id AS userId, t.asked_at AS askedAt, t.answer,
                    t.question_activity_id AS questionActivityId, t.answer_activity_id AS answerActivityId,
                    c.article, c.answer AS rightAnswer, c.marked_at AS markedAt,
                    f.user_id AS giver, f.reaction, f.comment, f.given_at AS givenAt
                FROM ({numbers}) AS n JOIN turn t ON t.number = n.number
                LEFT JOIN correction c ON c.turn = t.number
                LEFT JOIN feedback f ON {IsOnAnswer}
                ORDER BY t.number, f.given_at, f.user_id
                """,
                parameters
            )
        ).GroupBy(r => r.Number);

    /// <summary>Null for a turn that cannot be read.</summary>
    private ReviewedTurn? CreateTurn(IGrouping<long, Row> rows)
    {
        Row first = rows.First();
        return conversations.ReadTurn(first.ToTurn()) is not { } turn
            ? null
            : new ReviewedTurn(
                first.Number,
                turn,
                [.. rows.Where(r => r.Giver is not null).Select(r => r.ToFeedback())],
                first.MarkedAt is { } at
                    ? new Correction(first.Article, first.RightAnswer, DateTimeOffset.FromUnixTimeMilliseconds(at))
                    : null
            );
    }

    /// <summary>A turn with one of the feedbacks on it.</summary>
    private sealed record Row
    {
        public long Number { get; init; }

        public string Channel { get; init; } = "";

        public string Conversation { get; init; } = "";

        public string UserId { get; init; } = "";

        public long AskedAt { get; init; }

        public string Answer { get; init; } = "";

        public string? QuestionActivityId { get; init; }

        public string? AnswerActivityId { get; init; }

        public string? Article { get; init; }

        public string? RightAnswer { get; init; }

        public long? MarkedAt { get; init; }

        /// <summary>Who gave the feedback; null without any.</summary>
        public string? Giver { get; init; }

        public string? Reaction { get; init; }

        public string? Comment { get; init; }

        public long? GivenAt { get; init; }

        public ConversationTables.TurnRow ToTurn() =>
            new(Channel, Conversation, UserId, AskedAt, Answer, QuestionActivityId, AnswerActivityId);

        public AnswerFeedback ToFeedback() =>
            StoredFeedback.Create(
                new ConversationKey(Channel, Conversation),
                AnswerActivityId ?? "",
                Giver ?? "",
                Reaction ?? "",
                Comment,
                GivenAt ?? 0
            );
    }
}
