using SummitBot.Core.Access;

namespace SummitBot.Core.Questions;

/// <summary>A question as a host hands it in.</summary>
/// <param name="Text">The user's words, 1 to <see cref="MaxLength"/> characters once trimmed.</param>
public sealed record Question(string Text)
{
    public const int MaxLength = 2_000;

    /// <summary>What the asker may see. Hosts that know their askers say so; of all others it is what is public.</summary>
    public AccessScope Scope { get; init; } = AccessScope.Public;

    /// <summary>Earlier turns, oldest first.</summary>
    public IReadOnlyList<ConversationTurn> Conversation { get; init; } = [];

    /// <summary>At most so many sentences in the answer, 1 to 10; null takes the setting.</summary>
    public int? MaxSentences { get; init; }

    /// <summary>The day it is asked on: later articles are not used, and "yesterday" is the day before; null takes today,
    /// and every article.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The host's name of the conversation, for budgets and logs; null when there is none.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The host's name of the asking person, for budgets; null when unknown.</summary>
    public string? UserId { get; init; }

    /// <summary>How long the host waits. A model that takes longer is left, a little before, for the embedded answer; null
    /// waits as long as the settings of models allow.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The answer is to say how it came about.</summary>
    public bool Explain { get; init; }

    /// <summary>Why the question cannot be asked, as a sentence that says how to mend it; null when it can.</summary>
    public string? Problem =>
        string.IsNullOrWhiteSpace(Text) ? "The question is empty: ask something in words."
        : Text.Trim().Length > MaxLength
            ? $"The question has {Text.Trim().Length} characters: shorten it to {MaxLength} at most."
        : MaxSentences is < 1 or > 10 ? "The number of sentences must lie between 1 and 10."
        : null;
}
