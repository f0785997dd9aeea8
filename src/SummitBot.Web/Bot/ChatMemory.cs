using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using SummitBot.Core.Access;
using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Core.Questions;

namespace SummitBot.Web.Bot;

/// <summary>The stored data of chats: turns, welcomes and feedback.</summary>
public sealed class ChatMemory(
    IConversationStore conversations,
    IFeedbackStore feedback,
    CurrentCitations current,
    IOptions<AnsweringOptions> options,
    TimeProvider time
)
{
    /// <summary>
    /// The earlier turns that a question may refer to, oldest first; without those answers that quote what no article says
    /// any more, or what the asker may not see.
    /// </summary>
    public async Task<IReadOnlyList<ConversationTurn>> HistoryAsync(
        IActivity activity,
        AccessScope scope,
        CancellationToken token
    )
    {
        int count = Math.Max(1, options.Value.HistoryTurns);
        IReadOnlyList<AnsweredTurn> turns = await conversations.RecentAsync(GetKey(activity), count, token);
        return [.. turns.SelectMany(t => IsCurrent(t.Answer, scope) ? t.Said : t.Said.Take(1))];
    }

    /// <summary>False when a citation does not hold any more, or an article that is listed is none of the asker's.</summary>
    private bool IsCurrent(AnswerDocument answer, AccessScope scope) =>
        answer.Citations.All(c => current.Contains(c, scope))
        && answer.Closest.All(a => current.HasArticle(a.ArticleId, scope));

    /// <summary>The last answer with its citations; null when nothing was asked yet.</summary>
    public async Task<AnsweredTurn?> LastAsync(IActivity activity, CancellationToken token) =>
        (await conversations.RecentAsync(GetKey(activity), 1, token)) is [var last] ? last : null;

    /// <summary>Stores the turn.</summary>
    /// <param name="answerId">The channel's id of the message that shows the answer; null when it gave none.</param>
    public async Task SaveAsync(IActivity question, Answer answer, string? answerId, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(question);
        await conversations.AppendAsync(
            new AnsweredTurn
            {
                Conversation = GetKey(question),
                UserId = question.From?.Id ?? "",
                Answer = AnswerDocument.From(answer),
                AskedAt = time.GetUtcNow(),
                QuestionActivityId = question.Id,
                AnswerActivityId = answerId,
            },
            token
        );
    }

    public Task ResetAsync(IActivity activity, CancellationToken token) =>
        conversations.ResetAsync(GetKey(activity), token);

    /// <summary>True once for each conversation.</summary>
    /// <param name="turn">The key of the turn, which may run again after a host was lost; null for one that may
    /// not.</param>
    public Task<bool> TryWelcomeAsync(IActivity activity, string? turn, CancellationToken token) =>
        conversations.TryMarkWelcomedAsync(GetKey(activity), turn, token);

    /// <summary>Stores feedback on the answer it names or, if the channel names none, on the last one.</summary>
    /// <returns>False when the conversation has no such answer.</returns>
    public async Task<bool> SaveFeedbackAsync(
        IActivity activity,
        Reaction reaction,
        string? comment,
        CancellationToken token
    )
    {
        ArgumentNullException.ThrowIfNull(activity);
        string? answerId = activity.ReplyToId ?? (await LastAsync(activity, token))?.AnswerActivityId;
        // In Teams, a clicked message always exists; an id from a web page may be invented.
        if (
            answerId is null
            || (
                AnswerMessages.IsWebPage(activity)
                && !await conversations.HasAnswerAsync(GetKey(activity), answerId, token)
            )
        )
        {
            return false;
        }

        await feedback.SaveAsync(
            new AnswerFeedback
            {
                Conversation = GetKey(activity),
                AnswerActivityId = answerId,
                UserId = activity.From?.Id ?? "",
                Reaction = reaction,
                Comment = comment,
                GivenAt = time.GetUtcNow(),
            },
            token
        );
        return true;
    }

    public static ConversationKey GetKey(IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return new ConversationKey(activity.ChannelId ?? "", activity.Conversation?.Id ?? "");
    }
}
