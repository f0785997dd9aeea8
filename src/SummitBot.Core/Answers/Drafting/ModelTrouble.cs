namespace SummitBot.Core.Answers.Drafting;

/// <summary>Why a model gave no usable draft.</summary>
public enum ModelTrouble
{
    Unreachable,
    Unauthorized,
    UnknownModel,
    RateLimited,
    Slow,
    CutOff,
    Refused,
    Garbled,
    Empty,
    TooLong,
    BudgetSpent,
    CircuitOpen,

    /// <summary>It wrote, but the gate let too little through.</summary>
    Unsupported,
}
