namespace SummitBot.Bot.Hosting;

/// <summary>The result of offering an activity to the bot.</summary>
public enum ActivityIntakeResult
{
    /// <summary>The bot will process it.</summary>
    Accepted,

    /// <summary>The same activity came before and was accepted.</summary>
    Duplicate,

    /// <summary>Too many turns are waiting, or the host is stopping: it may be offered again.</summary>
    Busy,
}
