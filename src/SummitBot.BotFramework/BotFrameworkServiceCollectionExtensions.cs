using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SummitBot.BotFramework.Authentication;
using SummitBot.BotFramework.Bots;
using SummitBot.BotFramework.Connector;
using SummitBot.BotFramework.Hosting;
using SummitBot.Core.Settings;

namespace SummitBot.BotFramework;

public static class BotFrameworkServiceCollectionExtensions
{
    /// <summary>Adds the Activity protocol with its settings.</summary>
    public static IServiceCollection AddSummitBotBotFramework(
        this IServiceCollection services,
        IConfiguration configuration
    )
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
