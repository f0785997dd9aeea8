using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummitBot.Bot.Authentication;
using SummitBot.Bot.Connector;
using SummitBot.Bot.Hosting;
using SummitBot.Bot.Settings;
using SummitBot.Core.Settings;
using SummitBot.Hosting.Hosts;

namespace SummitBot.Bot;

public static class BotFrameworkServiceCollectionExtensions
{
    /// <summary>Adds the Bot Framework adapter, its authentication and its connector, with their settings.</summary>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<BotOptions>(configuration, BotOptions.Section);
        services.PostConfigure<BotOptions>(o =>
            o.AllowedServiceHosts =
                o.AllowedServiceHosts.Count == 0 ? [.. BotOptions.ChannelHosts] : o.AllowedServiceHosts
        );
        services.TryAddSingleton(TimeProvider.System);
        services.AddBotAuthentication();
        services.AddConnector();
        services.TryAddSingleton<HardenedCloudAdapter>();
        services.TryAddSingleton<CloudAdapter>(provider => provider.GetRequiredService<HardenedCloudAdapter>());
        services.TryAddSingleton<IBotFrameworkHttpAdapter>(provider =>
            provider.GetRequiredService<HardenedCloudAdapter>()
        );
        services.TryAddSingleton<BotAdapter>(provider => provider.GetRequiredService<HardenedCloudAdapter>());
        return services;
    }

    /// <summary>
    /// Adds the bot, unless the container has one, and the services that run its turns for activities sent to <see
    /// cref="BotEndpoints.MapBot(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder, string)"/>.
    /// </summary>
    public static IServiceCollection AddBot<TBot>(this IServiceCollection services)
        where TBot : class, IBot
    {
        services.TryAddSingleton<IBot, TBot>();
        services.TryAddSingleton<RecentActivities>();
        services.TryAddSingleton<RefusalLimit>();
        services.TryAddSingleton(provider => new StopRequests(provider.GetService<IHostSignals>()));
        services.TryAddSingleton(provider => new ActivityIntake(
            provider.GetRequiredService<RecentActivities>(),
            provider.GetRequiredService<TurnWorkers>(),
            provider.GetRequiredService<ChannelAuthentication>(),
            provider.GetService<IActivityQueue>(),
            provider.GetRequiredService<IOptions<BotOptions>>().Value.QueueLength
        ));
        services.TryAddSingleton<MessagesReceiver>();
        services.TryAddSingleton(provider => new TurnJournal(
            provider.GetService<IActivityQueue>(),
            provider.GetRequiredService<ILogger<TurnJournal>>()
        ));
        services.TryAddSingleton<TurnWorkers>();
        services.AddHostedService(provider => provider.GetRequiredService<TurnWorkers>());
        // Started after the workers that it feeds, and therefore stopped before them.
        services.AddHostedService<TurnTaker>();
        return services;
    }
}
