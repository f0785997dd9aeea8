namespace SummitBot.Core.Answers;

/// <summary>An answer as far as it is known at some moment. Every sentence in it has passed the gate.</summary>
/// <param name="Answer">Consistent: its text, marks and list of citations agree.</param>
public sealed record AnswerUpdate(Answer Answer, AnswerStage Stage);

/// <summary>How complete an answer is.</summary>
public enum AnswerStage
{
    /// <summary>
    /// The extractive answer, complete and cited, shown while a model still writes; a later stage may replace it.
    /// </summary>
    Preliminary,

    /// <summary>
    /// The sentences of the model's answer that have passed the gate so far; each later update starts with the same
    /// text.
    /// </summary>
    Partial,

    /// <summary>The final answer, the last update of the stream.</summary>
    Final,
}
