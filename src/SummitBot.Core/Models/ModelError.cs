namespace SummitBot.Core.Models;

/// <summary>Why a model produced no usable draft.</summary>
public enum ModelError
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

    /// <summary>The operator's prompt file cannot be used.</summary>
    BadPrompt,

    /// <summary>An unexpected error; details are in the log.</summary>
    Unexpected,

    /// <summary>It produced a draft, but too little of it passed the gate.</summary>
    Unsupported,
}
