using SummitBot.Core.Access;

namespace SummitBot.Core.Questions;

/// <summary>A question as received from a host.</summary>
/// <param name="Text">The user's words, 1 to <see cref="MaxLength"/> characters when trimmed.</param>
public sealed record Question(string Text)
{
    public const int MaxLength = 2_000;

    /// <summary>What the asker may see. Hosts that know their askers say so; of all others it is what is public.</summary>
    public AccessScope Scope { get; init; } = AccessScope.Public;

    /// <summary>Earlier turns, oldest first.</summary>
    public IReadOnlyList<ConversationTurn> Conversation { get; init; } = [];

    /// <summary>Maximum number of sentences in the answer, 1 to 10; null uses the setting.</summary>
    public int? MaxSentences { get; init; }

    /// <summary>
    /// The day of the question: later articles are not used, and "yesterday" is the day before; null means today, with
    /// every article.
    /// </summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The host's id of the conversation, for budgets and logs; null when there is none.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The host's id of the user, for budgets; null when unknown.</summary>
    public string? UserId { get; init; }

    /// <summary>How long the host waits for the answer, see <see cref="AnswerTimeLimit"/>; null for as long as it takes.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>True when the answer should explain how it was chosen.</summary>
    public bool Explain { get; init; }

    /// <summary>Why the question cannot be asked, as a sentence that says how to fix it; null when it can.</summary>
    public string? Problem =>
        string.IsNullOrWhiteSpace(Text) ? "The question is empty: ask something in words."
        : Text.Trim().Length > MaxLength
            ? $"The question has {Text.Trim().Length} characters: shorten it to {MaxLength} at most."
        : MaxSentences is < 1 or > 10 ? "The number of sentences must lie between 1 and 10."
        : null;
}
