namespace SummitBot.Bot.Activities;

/// <summary>A call that waits for an <see cref="InvokeResponse"/>.</summary>
public interface IInvokeActivity : IActivity
{
    string? Name { get; set; }

    object? Value { get; set; }

    ConversationReference? RelatesTo { get; set; }
}
