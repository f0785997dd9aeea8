using SummitBot.Core.Answers;
using SummitBot.Core.Feedback;

namespace SummitBot.Cli.Feedback;

/// <summary>Feedback in a list, as JSON.</summary>
/// <param name="Reaction"><c>like</c> or <c>dislike</c>.</param>
/// <param name="Question">Null when the turn is not kept any more; so are outcome, answer and articles.</param>
/// <param name="Articles">The ids of the cited articles.</param>
public sealed record FeedbackDocument(
    DateTimeOffset GivenAt,
    Reaction Reaction,
    string? Comment,
    string? Question,
    AnswerOutcome? Outcome,
    string? Answer,
    IReadOnlyList<string> Articles,
    string Channel,
    string Conversation,
    string User
)
{
    public static FeedbackDocument From(FeedbackItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        AnswerDocument? answer = item.Turn?.Answer;
        return new FeedbackDocument(
            item.Feedback.GivenAt,
            item.Feedback.Reaction,
            item.Feedback.Comment,
            answer?.Question,
            answer?.Outcome,
            answer?.Text,
            [.. (answer?.Citations ?? []).Select(c => c.ArticleId).Distinct(StringComparer.Ordinal)],
            item.Feedback.Conversation.Channel,
            item.Feedback.Conversation.Id,
            item.Feedback.UserId
        );
    }
}
