namespace SummitBot.Core.Questions;

public enum Speaker
{
    User,
    Assistant,
}
