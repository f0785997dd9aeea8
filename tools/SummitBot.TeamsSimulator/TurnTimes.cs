namespace SummitBot.TeamsSimulator;

/// <summary>How long a turn took, from its delivery on.</summary>
/// <param name="FirstSign">Until typing, a piece or a message; null when nothing came.</param>
/// <param name="Answered">Until the last message; null when none came.</param>
/// <param name="Pieces">Of the stream, before its end.</param>
public sealed record TurnTimes(TimeSpan Acknowledged, TimeSpan? FirstSign, TimeSpan? Answered, int Pieces)
{
    /// <summary>Until the message that was updated to the last one; null when there was no update.</summary>
    public TimeSpan? Drafted { get; init; }
}
