using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Turns;

/// <summary>Sees an activity before it replaces an earlier one.</summary>
public delegate Task<ResourceResponse?> UpdateActivityHandler(
    ITurnContext turnContext,
    Activity activity,
    Func<Task<ResourceResponse?>> next
);
