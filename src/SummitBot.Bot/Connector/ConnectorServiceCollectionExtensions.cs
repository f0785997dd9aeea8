using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Polly;
using SummitBot.Bot.Authentication.BotTokens;
using SummitBot.Bot.Connector.Rates;
using SummitBot.Bot.Connector.Sending;

namespace SummitBot.Bot.Connector;

internal static class ConnectorServiceCollectionExtensions
{
    /// <summary>Adds what sends activities to channels.</summary>
    public static IServiceCollection AddConnector(this IServiceCollection services)
    {
        services.TryAddSingleton<ConversationRates>();
        services.TryAddSingleton<IConnectorClient, ConnectorClient>();
        services.TryAddTransient<ConversationRateHandler>();
        services.TryAddTransient<BotTokenHandler>();
        services.TryAddTransient<WholeAnswerHandler>();

        // From the outside in: each repetition counts in the rates and shows a token, and the time limit holds for each
        // request by itself, not for the waiting before it.
        IHttpClientBuilder client = services
            .AddHttpClient(ConnectorClient.ClientName, c => c.Timeout = Timeout.InfiniteTimeSpan)
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
        client.AddResilienceHandler(
            "again",
            (pipeline, context) =>
            {
                TimeProvider time = context.ServiceProvider.GetRequiredService<TimeProvider>();
                pipeline.TimeProvider = time;
                pipeline.AddRetry(SendAgain.Options(time));
            }
        );
        client.AddHttpMessageHandler<ConversationRateHandler>().AddHttpMessageHandler<BotTokenHandler>();
        client.AddResilienceHandler(
            "limit",
            (pipeline, context) =>
            {
                pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
                pipeline.AddTimeout(SendAgain.Limit());
            }
        );
        client.AddHttpMessageHandler<WholeAnswerHandler>();
        return services;
    }
}
