using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SummitBot.Bot.Authentication;
using SummitBot.Bot.Bots;
using SummitBot.Bot.Connector;
using SummitBot.Bot.Hosting;
using SummitBot.Core.Settings;

namespace SummitBot.Bot;

public static class BotFrameworkServiceCollectionExtensions
{
    /// <summary>Adds the Activity protocol with its settings.</summary>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<BotOptions>(configuration, BotOptions.Section);
        services.PostConfigure<BotOptions>(o =>
            o.AllowedServiceHosts =
                o.AllowedServiceHosts.Count == 0 ? [.. BotOptions.ChannelHosts] : o.AllowedServiceHosts
        );
        services.AddBotAuthentication();
        services.AddConnector();
        return services;
    }

    /// <summary>Adds the bot, and what takes its turns when activities come to <see cref="BotEndpoints.MapBot"/>.</summary>
    public static IServiceCollection AddBot<TBot>(this IServiceCollection services)
        where TBot : class, IBot
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IBot, TBot>();
        services.TryAddSingleton<CloudAdapter>();
        services.TryAddSingleton<RecentActivities>();
        services.TryAddSingleton<MessagesReceiver>();
        services.TryAddSingleton<TurnWorkers>();
        services.AddHostedService(provider => provider.GetRequiredService<TurnWorkers>());
        return services;
    }
}
