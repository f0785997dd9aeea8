using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Turns;

/// <summary>A turn whose activity is seen as one of its type.</summary>
public interface ITurnContext<out T> : ITurnContext
    where T : IActivity
{
    new T Activity { get; }
}
