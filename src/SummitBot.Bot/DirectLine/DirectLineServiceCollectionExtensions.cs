using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SummitBot.Bot.Connector;
using SummitBot.Bot.DirectLine.Live;
using SummitBot.Bot.DirectLine.Receiving;
using SummitBot.Bot.DirectLine.Tokens;
using SummitBot.Core.Settings;

namespace SummitBot.Bot.DirectLine;

public static class DirectLineServiceCollectionExtensions
{
    /// <summary>
    /// Adds the Direct Line server and its settings, after <c>AddBotFramework()</c>: it stands before the connector,
    /// so that replies to its visitors stay here. It needs the stores of conversations and secrets.
    /// </summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<DirectLineOptions>(configuration, DirectLineOptions.Section);
        services.TryAddSingleton<Origins>();
        services.TryAddSingleton<TokenKey>();
        services.TryAddSingleton<DirectLineTokens>();
        services.TryAddSingleton<DirectLineAuthentication>();
        services.TryAddSingleton<DirectLineLimits>();
        services.TryAddSingleton<LiveConversations>();
        services.TryAddSingleton<ActivityStream>();
        services.TryAddSingleton<VisitorActivities>();
        services.TryAddSingleton<DirectLineTokenEndpoints>();
        services.TryAddSingleton<DirectLineConversationEndpoints>();
        services.StandBeforeConnector();

        services.AddCors();
        services
            .AddOptions<CorsOptions>()
            .Configure<Origins>(
                (cors, origins) =>
                    cors.AddPolicy(
                        DirectLineEndpoints.CorsPolicy,
                        policy =>
                            policy
                                .SetIsOriginAllowed(origins.IsListed)
                                .WithMethods("GET", "POST")
                                .AllowAnyHeader()
                                .WithExposedHeaders("Retry-After")
                                .SetPreflightMaxAge(TimeSpan.FromMinutes(10))
                    )
            );
        return services;
    }

    private static void StandBeforeConnector(this IServiceCollection services)
    {
        ServiceDescriptor channels = services.Last(s => s.ServiceType == typeof(IConnectorClient));
        services.Replace(
            ServiceDescriptor.Singleton<IConnectorClient>(provider =>
                ActivatorUtilities.CreateInstance<DirectLineConnector>(
                    provider,
                    channels.ImplementationInstance
                        ?? channels.ImplementationFactory?.Invoke(provider)
                        ?? ActivatorUtilities.CreateInstance(provider, channels.ImplementationType!)
                )
            )
        );
    }
}
