using Microsoft.Bot.Builder;

namespace SummitBot.Tests.Bot.Hosting;

/// <summary>A bot with scripted turns.</summary>
internal sealed class ScriptedBot : IBot
{
    public BotCallbackHandler OnTurn { get; set; } = (_, _) => Task.CompletedTask;

    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        OnTurn(turnContext, cancellationToken);
}
