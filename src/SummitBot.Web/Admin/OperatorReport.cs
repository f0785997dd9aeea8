using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;

namespace SummitBot.Web.Admin;

/// <summary>The questions of some days, for operators.</summary>
/// <param name="Since">The questions were asked then or later.</param>
/// <param name="Turns">Questions with their answers, newest first, without small talk.</param>
/// <param name="Feedback">Newest first; null when it cannot be read now.</param>
public sealed record OperatorReport(
    DateTimeOffset Since,
    DateTimeOffset Until,
    IReadOnlyList<AnsweredTurn> Turns,
    IReadOnlyList<FeedbackItem>? Feedback
)
{
    public int Answered => Turns.Count(t => t.Answer.Outcome == AnswerOutcome.Answered);

    /// <summary>Questions for which only passages that may answer were shown.</summary>
    public int Offered => Turns.Count(t => t.Answer.Outcome == AnswerOutcome.Offered);

    /// <summary>The questions that the articles do not answer.</summary>
    public IReadOnlyList<AnsweredTurn> Refused => [.. Turns.Where(t => t.Answer.Outcome == AnswerOutcome.NotInCorpus)];

    /// <summary>The percentile of response times in milliseconds; null when there are none.</summary>
    public double? Latency(double percent) => Percentile.Compute(percent, [.. Turns.Select(t => t.Answer.ElapsedMs)]);

    /// <summary>The number of questions by outcome for each day (UTC), including days without questions.</summary>
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

    /// <summary>The questions in order, each with the newest feedback on its answer; null when there is none.</summary>
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

/// <summary>The questions of a day (UTC).</summary>
/// <param name="Other">Refused, clarified, or failed.</param>
public sealed record DayCount(DateOnly Day, int Answered, int Other);
