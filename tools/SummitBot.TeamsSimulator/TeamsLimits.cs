namespace SummitBot.TeamsSimulator;

/// <summary>
/// What Teams takes from a bot ("Stream bot messages", "Bot messages with AI-generated content" and "Rate limiting" in
/// Microsoft's documentation). They stand here by themselves, so that a mistake in the bot's own figures is seen.
/// </summary>
public static class TeamsLimits
{
    /// <summary>An activity that is not acknowledged in this time is delivered again.</summary>
    public static readonly TimeSpan Acknowledgement = TimeSpan.FromSeconds(15);

    /// <summary>People see an error when a click is not answered in this time.</summary>
    public static readonly TimeSpan Invoke = TimeSpan.FromSeconds(5);

    /// <summary>The shortest time between two pieces of a stream.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <summary>A stream is ended after this time.</summary>
    public static readonly TimeSpan Stream = TimeSpan.FromMinutes(2);

    /// <summary>What the way through a busy machine may take off the time between two requests.</summary>
    public static readonly TimeSpan Jitter = TimeSpan.FromMilliseconds(150);

    /// <summary>Requests of one bot to one conversation.</summary>
    public static readonly IReadOnlyList<(int Requests, TimeSpan Time)> Rates =
    [
        (7, TimeSpan.FromSeconds(1)),
        (8, TimeSpan.FromSeconds(2)),
        (60, TimeSpan.FromSeconds(30)),
        (1_800, TimeSpan.FromHours(1)),
    ];

    public const int InformativeCharacters = 1_000;

    /// <summary>Of the whole activity in UTF-16: documented are 100 KB, but less was seen refused; 40 KB are safe.</summary>
    public const int MessageBytes = 40 * 1024;

    public const int Citations = 20;
    public const int CitationName = 80;
    public const int CitationAbstract = 160;
    public const int Keywords = 3;
    public const int Keyword = 28;
    public const int SuggestedActions = 6;
}
