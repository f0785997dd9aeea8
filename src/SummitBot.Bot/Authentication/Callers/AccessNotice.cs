using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummitBot.Bot.Settings;

namespace SummitBot.Bot.Authentication.Callers;

/// <summary>Logs at start which callers a bot without credentials accepts.</summary>
internal sealed partial class AccessNotice(
    IOptions<BotOptions> options,
    ServiceUrlPolicy serviceUrls,
    ILogger<AccessNotice> logger
) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.AppId.Length == 0)
        {
            if (serviceUrls.ServesThisMachine)
            {
                LogLocalOnly();
            }
            else
            {
                LogOff();
            }
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "/api/messages is off: set SummitBot:Bot:AppId and its secret to serve Teams, or "
            + "SummitBot:Bot:LocalServiceUrls to try the bot with programs on this machine."
    )]
    private partial void LogOff();

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "SummitBot:Bot:AppId is not set: /api/messages serves programs on this machine only, as "
            + "SummitBot:Bot:LocalServiceUrls allows. Do not put a proxy before it: everybody behind a proxy that sends no "
            + "headers of its own looks like this machine."
    )]
    private partial void LogLocalOnly();
}
