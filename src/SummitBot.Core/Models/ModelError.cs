namespace SummitBot.Core.Models;

/// <summary>Why a model gave no usable draft.</summary>
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

    /// <summary>Something that nobody foresaw; the log has it.</summary>
    Unexpected,

    /// <summary>It wrote, but the gate let too little through.</summary>
    Unsupported,
}
