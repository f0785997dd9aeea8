using SummitBot.BotFramework.Turns;

namespace SummitBot.BotFramework.Bots;

/// <summary>Takes turns in conversations.</summary>
public interface IBot
{
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
