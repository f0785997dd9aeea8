using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SummitBot.Bot.Authentication.Callers;

/// <summary>Says at start that a bot without credentials serves this machine only.</summary>
public sealed partial class LoopbackOnlyWarning(IOptions<BotOptions> options, ILogger<LoopbackOnlyWarning> logger)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.AppId.Length == 0)
        {
            LogLoopbackOnly();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "SummitBot:Bot:AppId is not set: /api/messages serves programs on this machine only, whatever address "
            + "the host listens on. Set AppId and AppPassword to serve Teams."
    )]
    private partial void LogLoopbackOnly();
}
