using System.Globalization;
using SummitBot.Core.Answers;
using SummitBot.Core.Feedback;

namespace SummitBot.Evaluation;

/// <summary>Converts feedback to evaluation questions.</summary>
public static class FeedbackQuestions
{
    /// <summary>
    /// Oldest first. When several people asked the same after the same turns, there is one question, from the newest
    /// feedback. A liked answer is gold; a liked refusal means that there is no answer; for a disliked answer a person
    /// must add the right one. Feedback on small talk, or on deleted turns, gives no question.
    /// </summary>
    /// <param name="newestFirst">In the order of <see cref="IFeedbackStore.ListAsync"/>.</param>
    public static IReadOnlyList<EvaluationQuestion> From(IReadOnlyList<FeedbackItem> newestFirst) =>
        [
            .. newestFirst
                .Where(item => item.Turn?.Answer is { Kind: AnswerKind.Answer, Outcome: not AnswerOutcome.Error })
                .DistinctBy(AskedIn, StringComparer.Ordinal)
                .Reverse()
                .Select((item, i) => CreateQuestion(item, item.Turn!.Answer, i + 1)),
        ];

    private static string AskedIn(FeedbackItem item) =>
        string.Join('\n', item.Earlier.Append(item.Turn!).Select(t => t.Answer.Question.Trim()));

    private static EvaluationQuestion CreateQuestion(FeedbackItem item, AnswerDocument answer, int number)
    {
        bool isLiked = item.Feedback.Reaction is Reaction.Like;
        bool isGold = isLiked && answer.Outcome is AnswerOutcome.Answered;
        return new EvaluationQuestion(
            string.Create(CultureInfo.InvariantCulture, $"feedback-{number}"),
            answer.Question
        )
        {
            Answers = isGold ? GetGold(answer) : [],
            DocIds = isGold ? [.. answer.Citations.Select(c => c.ArticleId).Distinct(StringComparer.Ordinal)] : [],
            IsAnswerable =
                isGold ? true
                : isLiked && answer.Outcome is AnswerOutcome.NotInCorpus ? false
                : null,
            Kind = isLiked ? "liked" : "disliked",
            Comment = item.Feedback.Comment,
            Conversation = [.. item.Earlier.SelectMany(t => t.Said)],
        };
    }

    /// <summary>The short answer if there is one: a later answer may quote another sentence that contains it.</summary>
    private static IReadOnlyList<string> GetGold(AnswerDocument answer) =>
        answer.ShortAnswer is { } shortAnswer
            ? [shortAnswer.Text]
            : [.. answer.Citations.Select(c => c.Quote).Distinct(StringComparer.Ordinal)];
}
