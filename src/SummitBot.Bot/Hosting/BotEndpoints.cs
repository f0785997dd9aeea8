using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace SummitBot.Bot.Hosting;

public static class BotEndpoints
{
    /// <summary>
    /// Maps the address that channels send activities to with POST; other methods get 405 from routing.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no bot, or a required service is missing.</exception>
    public static IEndpointRouteBuilder MapBot(
        this IEndpointRouteBuilder endpoints,
        string pattern = "/api/messages"
    ) => endpoints.MapBot<IBot>(pattern);

    /// <summary>Maps the address of another bot, which is a service of the container.</summary>
    /// <inheritdoc cref="MapBot(IEndpointRouteBuilder, string)"/>
    public static IEndpointRouteBuilder MapBot<TBot>(this IEndpointRouteBuilder endpoints, string pattern)
        where TBot : class, IBot
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        MessagesReceiver receiver =
            endpoints.ServiceProvider.GetService<MessagesReceiver>()
            ?? throw new InvalidOperationException("Call services.AddBotFramework() and services.AddBot() first.");
        endpoints
            .MapPost(
                pattern,
                (HttpContext context, CancellationToken cancellationToken) =>
                    receiver.ReceiveAsync(context, typeof(TBot), cancellationToken)
            )
            .ExcludeFromDescription();
        return endpoints;
    }
}
