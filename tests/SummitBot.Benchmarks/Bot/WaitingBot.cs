using Microsoft.Bot.Builder;

namespace SummitBot.Benchmarks.Bot;

/// <summary>A bot whose turns end with the host.</summary>
internal sealed class WaitingBot : IBot
{
    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        Task.Delay(Timeout.Infinite, cancellationToken);
}
