namespace SummitBot.Bot.Activities;

public static class MessageReactionTypes
{
    public const string Like = "like";
    public const string PlusOne = "plusOne";
}
