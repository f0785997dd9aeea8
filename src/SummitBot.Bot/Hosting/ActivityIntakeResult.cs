namespace SummitBot.Bot.Hosting;

/// <summary>What came of offering an activity to the bot.</summary>
public enum ActivityIntakeResult
{
    /// <summary>The bot will take its turn.</summary>
    Accepted,

    /// <summary>The same activity came before, and is or was taken care of.</summary>
    Duplicate,

    /// <summary>Too many turns wait, or the host stops: it may be offered again.</summary>
    Busy,
}
