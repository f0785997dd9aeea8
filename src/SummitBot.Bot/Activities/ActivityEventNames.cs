namespace SummitBot.Bot.Activities;

public static class ActivityEventNames
{
    /// <summary>The event of a turn that the bot itself began.</summary>
    public const string ContinueConversation = "ContinueConversation";
    public const string CreateConversation = "CreateConversation";
}
