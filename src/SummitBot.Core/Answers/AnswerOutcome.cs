namespace SummitBot.Core.Answers;

/// <summary>How a question ended.</summary>
public enum AnswerOutcome
{
    /// <summary>There is an answer, and every sentence of it that states a fact is cited.</summary>
    Answered,

    /// <summary>No sentence answers surely; passages that may answer are quoted and cited.</summary>
    Offered,

    /// <summary>The articles do not say it.</summary>
    NotInCorpus,

    /// <summary>The question can be read in two ways; the text asks back.</summary>
    NeedsClarification,

    /// <summary>The question could not be worked on; the text says why.</summary>
    Error,
}
