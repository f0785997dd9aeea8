using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Polly;
using SummitBot.Bot.Authentication.Credentials;
using SummitBot.Bot.Connector.Rates;
using SummitBot.Bot.Connector.Sending;

namespace SummitBot.Bot.Connector;

internal static class ConnectorServiceCollectionExtensions
{
    /// <summary>Adds the services that send activities to channels.</summary>
    public static IServiceCollection AddConnector(this IServiceCollection services)
    {
        services.TryAddSingleton<ConversationRates>();
        services.TryAddSingleton<ChannelConnectorFactory>();
        services.TryAddTransient<ConversationRateHandler>();
        services.TryAddTransient<BotTokenHandler>();
        services.TryAddTransient<ConnectorResponseHandler>();
        services.TryAddTransient<ChannelErrorHandler>();

        // From the outside in: each retry counts toward the rates and gets a token, and the time limit applies to each
        // request, not to the wait before it.
        IHttpClientBuilder client = services
            .AddHttpClient(ChannelConnectorFactory.ClientName, c => c.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler(
                (handler, _) =>
                {
                    handler.AllowAutoRedirect = false;
                    handler.UseCookies = false;
                    handler.ConnectTimeout = TimeSpan.FromSeconds(5);
                    handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
                }
            )
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        client.AddHttpMessageHandler<ChannelErrorHandler>();
        client.AddResilienceHandler(
            "again",
            (pipeline, context) =>
            {
                TimeProvider time = context.ServiceProvider.GetRequiredService<TimeProvider>();
                pipeline.TimeProvider = time;
                pipeline.AddRetry(ConnectorRetryPolicy.CreateRetry(time));
            }
        );
        client.AddHttpMessageHandler<ConversationRateHandler>().AddHttpMessageHandler<BotTokenHandler>();
        client.AddResilienceHandler(
            "limit",
            (pipeline, context) =>
            {
                pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
                pipeline.AddTimeout(ConnectorRetryPolicy.CreateTimeLimit());
            }
        );
        client.AddHttpMessageHandler<ConnectorResponseHandler>();
        return services;
    }
}
