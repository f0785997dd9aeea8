namespace SummitBot.Bot.Activities;

public interface ICommandResultActivity : IActivity
{
    string? Name { get; set; }

    object? Value { get; set; }
}
