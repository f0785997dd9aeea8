namespace SummitBot.Answering.Questions;

/// <summary>What kind of thing a question asks for.</summary>
internal enum AnswerType
{
    /// <summary>Anything: "what did he say".</summary>
    Any,

    Person,

    Date,

    Place,

    Number,

    Reason,
}
