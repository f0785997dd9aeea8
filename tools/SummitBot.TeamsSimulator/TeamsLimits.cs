namespace SummitBot.TeamsSimulator;

/// <summary>
/// The limits of Teams for bots ("Stream bot messages", "Bot messages with AI-generated content" and "Rate limiting" in
/// Microsoft's documentation). They are independent of the bot's own constants, so that an error there is detected.
/// </summary>
public static class TeamsLimits
{
    /// <summary>An activity that is not acknowledged within this time is delivered again.</summary>
    public static readonly TimeSpan Acknowledgement = TimeSpan.FromSeconds(15);

    /// <summary>Users see an error when a click is not answered within this time.</summary>
    public static readonly TimeSpan Invoke = TimeSpan.FromSeconds(5);

    /// <summary>Minimum time between two parts of a stream.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <summary>A stream is ended after this time.</summary>
    public static readonly TimeSpan Stream = TimeSpan.FromMinutes(2);

    /// <summary>How much delays on a busy machine may shorten the time between two requests.</summary>
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

    /// <summary>
    /// For the whole activity in UTF-16: the documented limit is 100 KB, but smaller messages were refused; 40 KB are
    /// safe.
    /// </summary>
    public const int MessageBytes = 40 * 1024;

    public const int Citations = 20;
    public const int CitationName = 80;
    public const int CitationAbstract = 160;
    public const int Keywords = 3;
    public const int Keyword = 28;
    public const int SuggestedActions = 6;
}
