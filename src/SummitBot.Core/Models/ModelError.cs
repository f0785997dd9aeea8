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

/// <summary>
/// A model produced no usable draft. The message may be shown to operators: it contains no key and no text of a user.
/// </summary>
public sealed class ModelUnavailableException(ModelError error, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public ModelError Error { get; } = error;
}
