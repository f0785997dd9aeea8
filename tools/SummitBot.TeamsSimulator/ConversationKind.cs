namespace SummitBot.TeamsSimulator;

/// <summary>Where people and the bot talk.</summary>
public enum ConversationKind
{
    /// <summary>One person and the bot.</summary>
    Personal,

    /// <summary>A chat of several people.</summary>
    Group,

    /// <summary>A thread of a team's channel.</summary>
    Channel,
}
