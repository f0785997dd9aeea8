namespace SummitBot.Bot.Turns;

/// <summary>The rest of the pipeline, the bot at its end.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);
