using SummitBot.Core.Answers;

namespace SummitBot.Core.Reviews;

/// <summary>Selects turns; what is null or empty selects all.</summary>
public sealed record TurnFilter
{
    public AnswerOutcome? Outcome { get; init; }

    /// <summary>The channel's id.</summary>
    public string? Channel { get; init; }

    /// <summary>Asked then or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Asked earlier.</summary>
    public DateTimeOffset? Until { get; init; }

    public Judgement? Judgement { get; init; }

    /// <summary>
    /// Words, each of which the question or the answer contains, perhaps inside a longer word, in small or capital letters.
    /// </summary>
    public string Words { get; init; } = "";

    /// <summary>Turns with a smaller number: the <see cref="TurnPage.Next"/> of the page before.</summary>
    public long? Before { get; init; }

    /// <summary>At most so many turns, at least 1.</summary>
    public int Count { get; init; } = 50;
}

/// <summary>What somebody thinks of an answer.</summary>
public enum Judgement
{
    /// <summary>A user gave it a thumbs-up.</summary>
    Liked,

    /// <summary>A user gave it a thumbs-down.</summary>
    Disliked,

    /// <summary>A user wrote a comment.</summary>
    Commented,

    /// <summary>An operator marked it as wrong.</summary>
    Corrected,
}
