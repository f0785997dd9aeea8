using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
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
        return services;
    }
}
