using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Turns;

/// <summary>Sees which activity is to be deleted before it is.</summary>
public delegate Task DeleteActivityHandler(ITurnContext turnContext, ConversationReference reference, Func<Task> next);
