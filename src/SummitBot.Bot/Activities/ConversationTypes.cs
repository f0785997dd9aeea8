namespace SummitBot.Bot.Activities;

/// <summary>The kinds of conversations in Teams, in <see cref="Microsoft.Bot.Schema.ConversationAccount.ConversationType"/>.</summary>
public static class ConversationTypes
{
    public const string Personal = "personal";
    public const string GroupChat = "groupChat";
    public const string Channel = "channel";
}
