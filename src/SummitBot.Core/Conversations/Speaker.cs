namespace SummitBot.Core.Conversations;

public enum Speaker
{
    User,
    Assistant,
}
