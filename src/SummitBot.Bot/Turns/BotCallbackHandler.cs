namespace SummitBot.Bot.Turns;

/// <summary>What a bot does with a turn.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);
