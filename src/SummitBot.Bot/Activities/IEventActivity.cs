namespace SummitBot.Bot.Activities;

/// <summary>Something that a program says, not a person.</summary>
public interface IEventActivity : IActivity
{
    string? Name { get; set; }

    object? Value { get; set; }

    ConversationReference? RelatesTo { get; set; }
}
