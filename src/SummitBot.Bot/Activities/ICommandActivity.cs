namespace SummitBot.Bot.Activities;

public interface ICommandActivity : IActivity
{
    string? Name { get; set; }

    object? Value { get; set; }
}
