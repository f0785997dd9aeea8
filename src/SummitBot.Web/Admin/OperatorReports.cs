using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Core.Storage;

namespace SummitBot.Web.Admin;

/// <summary>Makes reports of what the stores hold.</summary>
public sealed class OperatorReports(IConversationStore conversations, IFeedbackStore feedback, TimeProvider time)
{
    /// <summary>A report looks at no more questions than these, the newest.</summary>
    public const int MaxTurns = 10_000;

    /// <param name="days">Today and the days before it, at least 1.</param>
    public async Task<OperatorReport> LastDaysAsync(int days, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        var since = new DateTimeOffset(now.UtcDateTime.Date.AddDays(1 - days), TimeSpan.Zero);
        IReadOnlyList<AnsweredTurn> turns = await conversations.AskedSinceAsync(since, MaxTurns, cancellationToken);
        return new OperatorReport(
            since,
            now,
            [.. turns.Where(t => t.Answer.Kind != AnswerKind.SmallTalk)],
            await FeedbackSinceAsync(since, cancellationToken)
        );
    }

    private async Task<IReadOnlyList<FeedbackItem>?> FeedbackSinceAsync(
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await feedback.ListAsync(new FeedbackFilter(since, EarlierTurns: 0), cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            return null;
        }
    }
}
