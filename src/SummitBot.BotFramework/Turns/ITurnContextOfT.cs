using SummitBot.BotFramework.Activities;

namespace SummitBot.BotFramework.Turns;

/// <summary>A turn whose activity is seen as one of its type.</summary>
public interface ITurnContext<out T> : ITurnContext
    where T : IActivity
{
    new T Activity { get; }
}
