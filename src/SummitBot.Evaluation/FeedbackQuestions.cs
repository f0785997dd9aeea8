using System.Globalization;
using SummitBot.Core.Answers;
using SummitBot.Core.Feedback;

namespace SummitBot.Evaluation;

/// <summary>Makes questions for the evaluation of feedback.</summary>
public static class FeedbackQuestions
{
    /// <summary>
    /// The oldest first; one for several people who asked the same after the same turns, after the newest of their feedback. A
    /// liked answer is gold, a liked refusal says that there is no answer, and of a disliked one a person has yet to say
    /// what would be right. Feedback on small talk, or on what is not kept any more, makes none.
    /// </summary>
    /// <param name="newestFirst">As <see cref="IFeedbackStore.ListAsync"/> gives it.</param>
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

    /// <summary>The words that answer by themselves where there are any: a later answer may quote another sentence with them.</summary>
    private static IReadOnlyList<string> GetGold(AnswerDocument answer) =>
        answer.ShortAnswer is { } shortAnswer
            ? [shortAnswer.Text]
            : [.. answer.Citations.Select(c => c.Quote).Distinct(StringComparer.Ordinal)];
}
