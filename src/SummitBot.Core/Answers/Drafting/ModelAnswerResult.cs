using SummitBot.Core.Answers.Explanations;

namespace SummitBot.Core.Answers.Drafting;

/// <summary>What became of a model's draft.</summary>
/// <param name="Answer">The model's answer, its refusal, or the embedded answer.</param>
/// <param name="Reason">Why, for the log.</param>
/// <param name="Trace">Every sentence and what the gate made of it.</param>
internal sealed record ModelAnswerResult(Answer Answer, string Reason, ModelTrace Trace)
{
    /// <summary>The answer with how it came about.</summary>
    public Answer Explained(Explanation? embedded) =>
        Answer with
        {
            Explanation = embedded is null
                ? null
                : embedded with
                {
                    Model = Trace,
                    Decision = Answer.Writer == Trace.Model ? Decision : embedded.Decision,
                },
        };

    /// <summary>What was decided about a draft that stands.</summary>
    private string Decision =>
        Answer.Outcome == AnswerOutcome.Answered
            ? $"Answered by {Trace.Model}: every sentence shown matches its source or is quoted from it."
            : $"Refused by {Trace.Model}: it found no answer in the passages.";
}
