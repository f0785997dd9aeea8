using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SummitBot.Bot.Hosting;
using SummitBot.Core.Settings;
using SummitBot.DirectLine.Live;
using SummitBot.DirectLine.Receiving;
using SummitBot.DirectLine.Settings;
using SummitBot.DirectLine.Tokens;

namespace SummitBot.DirectLine;

public static class DirectLineServiceCollectionExtensions
{
    /// <summary>
    /// Adds the Direct Line server and its settings: a channel in this host. It needs the stores of conversations and secrets.
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
        services.AddSingleton<IHostedChannel, DirectLineChannel>();

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
}
