namespace SummitBot.TeamsSimulator;

/// <summary>The times of a turn since its delivery.</summary>
/// <param name="FirstSign">Until the first typing indicator, part or message; null when nothing came.</param>
/// <param name="Answered">Until the last message; null when none came.</param>
/// <param name="Pieces">Parts of the stream before its end.</param>
public sealed record TurnTimes(TimeSpan Acknowledged, TimeSpan? FirstSign, TimeSpan? Answered, int Pieces)
{
    /// <summary>Until the first version of the last message; null without an update.</summary>
    public TimeSpan? Drafted { get; init; }
}
