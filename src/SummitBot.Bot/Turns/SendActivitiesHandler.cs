using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Turns;

/// <summary>Sees activities before they are sent; without a call of <paramref name="next"/> they are not.</summary>
public delegate Task<ResourceResponse[]> SendActivitiesHandler(
    ITurnContext turnContext,
    List<Activity> activities,
    Func<Task<ResourceResponse[]>> next
);
