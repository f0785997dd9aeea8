namespace SummitBot.TeamsSimulator;

/// <summary>The kind of a conversation.</summary>
public enum ConversationKind
{
    /// <summary>One person and the bot.</summary>
    Personal,

    /// <summary>A chat of several people.</summary>
    Group,

    /// <summary>A thread of a team's channel.</summary>
    Channel,
}
