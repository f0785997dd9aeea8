namespace SummitBot.Bot.Turns;

/// <summary>Stands between the adapter and the bot on every turn.</summary>
public interface IMiddleware
{
    /// <param name="next">The rest of the pipeline; without its call the bot never sees the turn.</param>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
