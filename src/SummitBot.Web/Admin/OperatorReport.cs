using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;

namespace SummitBot.Web.Admin;

/// <summary>What operators want to know of the questions of some days.</summary>
/// <param name="Since">The questions were asked then or later.</param>
/// <param name="Turns">Questions with their answers, the newest first, small talk left out.</param>
/// <param name="Feedback">The newest first; null when it cannot be read now.</param>
public sealed record OperatorReport(
    DateTimeOffset Since,
    DateTimeOffset Until,
    IReadOnlyList<AnsweredTurn> Turns,
    IReadOnlyList<FeedbackItem>? Feedback
)
{
    public int Answered => Turns.Count(t => t.Answer.Outcome == AnswerOutcome.Answered);

    /// <summary>Answered by no more than passages that may answer.</summary>
    public int Offered => Turns.Count(t => t.Answer.Outcome == AnswerOutcome.Offered);

    /// <summary>What the articles do not say.</summary>
    public IReadOnlyList<AnsweredTurn> Refused => [.. Turns.Where(t => t.Answer.Outcome == AnswerOutcome.NotInCorpus)];

    /// <summary>Milliseconds within which that many of a hundred answers came; null when there are none.</summary>
    public double? Latency(double percent) => Percentile.Compute(percent, [.. Turns.Select(t => t.Answer.ElapsedMs)]);

    /// <summary>How many of each outcome were asked on each day (UTC), every day of the span in order.</summary>
    public IReadOnlyList<DayCount> ByDay()
    {
        ILookup<DateOnly, AnsweredTurn> turns = Turns.ToLookup(t => GetDay(t.AskedAt));
        var first = GetDay(Since);
        return
        [
            .. Enumerable
                .Range(0, GetDay(Until).DayNumber - first.DayNumber + 1)
                .Select(first.AddDays)
                .Select(day => new DayCount(
                    day,
                    turns[day].Count(t => t.Answer.Outcome == AnswerOutcome.Answered),
                    turns[day].Count(t => t.Answer.Outcome != AnswerOutcome.Answered)
                )),
        ];
    }

    /// <summary>The questions in their order, each with the newest feedback on its answer; null when there is none.</summary>
    public IEnumerable<(AnsweredTurn Turn, AnswerFeedback? Feedback)> TurnsWithFeedback()
    {
        var newest = new Dictionary<(ConversationKey, string?), AnswerFeedback>();
        foreach (AnswerFeedback given in (Feedback ?? []).Select(f => f.Feedback))
        {
            newest.TryAdd((given.Conversation, given.AnswerActivityId), given);
        }

        return Turns.Select(t => (t, newest.GetValueOrDefault((t.Conversation, t.AnswerActivityId))));
    }

    private static DateOnly GetDay(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
