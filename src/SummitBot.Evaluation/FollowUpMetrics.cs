using SummitBot.Core.Answers;

namespace SummitBot.Evaluation;

/// <summary>The effect of resolving follow-ups, over the questions with earlier turns.</summary>
internal static class FollowUpMetrics
{
    private const string Group = "Follow-ups";

    public static IReadOnlyList<Metric> All { get; } =
    [
        new(
            "ndcg10FollowUps",
            Group,
            "nDCG@10 searched by the resolved question.",
            qs => qs.Mean(q => q.LastTurnNdcg is null ? null : q.Ndcg)
        ),
        new("ndcg10LastTurn", Group, "nDCG@10 searched by the last turn alone.", qs => qs.Mean(q => q.LastTurnNdcg)),
        new(
            "ndcg10Rewrite",
            Group,
            "nDCG@10 searched by the gold rewrite, over the follow-ups that have one.",
            qs => qs.Mean(q => q.RewriteNdcg)
        )
        {
            HigherIsBetter = null,
        },
        new(
            "ndcg10WhereRewritten",
            Group,
            "nDCG@10 searched by the resolved question, over the follow-ups that have a gold rewrite.",
            qs => qs.Mean(q => q.RewriteNdcg is null ? null : q.Ndcg)
        ),
        new(
            "resolved",
            Group,
            "Share of the follow-ups that took words or terms from earlier turns.",
            qs => qs.Share(q => q.IsFollowUp ? q.Resolved is not null || q.ContextWords.Count > 0 : null)
        )
        {
            HigherIsBetter = null,
        },
        new(
            "askedBack",
            Group,
            "Share of the follow-ups that are answered by a question which of two readings is meant.",
            qs => qs.Share(q => q.IsFollowUp ? q.Outcome == AnswerOutcome.NeedsClarification : null)
        )
        {
            HigherIsBetter = null,
        },
        new(
            "rewriteRecall",
            Group,
            "Share of the gold rewrite's words that are searched by.",
            qs => qs.Mean(q => q.RewriteRecall)
        ),
        new(
            "rewriteRecallLastTurn",
            Group,
            "Share of the gold rewrite's words that the last turn has.",
            qs => qs.Mean(q => q.LastTurnRewriteRecall)
        )
        {
            HigherIsBetter = null,
        },
    ];
}
