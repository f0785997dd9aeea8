namespace SummitBot.Core.Questions;

/// <summary>What kind of thing a question asks for.</summary>
public enum AnswerType
{
    /// <summary>Anything: "what did he say".</summary>
    Any,

    Person,

    Date,

    Place,

    Number,

    Reason,
}
