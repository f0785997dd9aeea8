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
}
