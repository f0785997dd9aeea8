namespace SummitBot.Core.Answers;

/// <summary>How far an answer has come.</summary>
public enum AnswerStage
{
    /// <summary>The embedded answer, complete and cited, shown while a model still writes; a later stage may replace it.</summary>
    Preliminary,

    /// <summary>The sentences of the model's answer that have passed the gate so far; the next one begins with the same text.</summary>
    Partial,

    /// <summary>The answer; the last of its stream.</summary>
    Final,
}
