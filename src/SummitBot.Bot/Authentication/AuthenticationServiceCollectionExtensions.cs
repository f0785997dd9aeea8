using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummitBot.Bot.Authentication.Callers;
using SummitBot.Bot.Authentication.Credentials;
using SummitBot.Bot.Authentication.Keys;
using SummitBot.Bot.Settings;

namespace SummitBot.Bot.Authentication;

internal static class AuthenticationServiceCollectionExtensions
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    private const int MaxAnswerBytes = 1024 * 1024;

    /// <summary>Adds the authentication of callers and the bot's own tokens.</summary>
    public static IServiceCollection AddBotAuthentication(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.TryAddSingleton<ServiceUrlPolicy>();
        services.TryAddSingleton<SigningKeyReader>();
        services.TryAddSingleton<BotTokens>();
        services.TryAddSingleton(provider =>
            BotCredentials.CreateFactory(
                provider.GetRequiredService<IOptions<BotOptions>>(),
                provider.GetRequiredService<IHttpClientFactory>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<CachedAuthenticator>>()
            )
        );
        services.TryAddSingleton<ChannelAuthentication>();
        services.TryAddSingleton<BotFrameworkAuthentication>(provider =>
            provider.GetRequiredService<ChannelAuthentication>()
        );
        services.AddHostedService<AccessNotice>();
        services.AddAuthorityClient(SigningKeyReader.ClientName);
        // Requests for tokens are safe to repeat.
        services.AddAuthorityClient(ClientCredentialsAuthenticator.ClientName).AddStandardResilienceHandler();
        return services;
    }

    /// <summary>Redirects are not followed: secrets are for the configured authority only.</summary>
    private static IHttpClientBuilder AddAuthorityClient(this IServiceCollection services, string name) =>
        services
            .AddHttpClient(
                name,
                client =>
                {
                    client.Timeout = name == SigningKeyReader.ClientName ? TimeLimit : 3 * TimeLimit;
                    client.MaxResponseContentBufferSize = MaxAnswerBytes;
                }
            )
            .UseSocketsHttpHandler(
                (handler, _) =>
                {
                    handler.AllowAutoRedirect = false;
                    handler.UseCookies = false;
                    handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
                }
            )
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
}
