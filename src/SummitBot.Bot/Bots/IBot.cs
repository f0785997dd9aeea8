using SummitBot.Bot.Turns;

namespace SummitBot.Bot.Bots;

/// <summary>Takes turns in conversations.</summary>
public interface IBot
{
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
