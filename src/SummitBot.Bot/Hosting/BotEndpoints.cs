using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SummitBot.Bot.Hosting;

public static class BotEndpoints
{
    /// <summary>
    /// Maps the address that channels send activities to. HEAD is answered, for channels probe with it; other methods get
    /// 405 by routing.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no bot, or a part of the protocol is missing.</exception>
    public static IEndpointRouteBuilder MapBot(this IEndpointRouteBuilder endpoints, string pattern = "/api/messages")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        MessagesReceiver receiver =
            endpoints.ServiceProvider.GetService<MessagesReceiver>()
            ?? throw new InvalidOperationException("Call services.AddBotFramework() and services.AddBot() first.");
        endpoints.MapPost(pattern, receiver.ReceiveAsync).ExcludeFromDescription();
        endpoints.MapMethods(pattern, [HttpMethods.Head], () => TypedResults.Ok()).ExcludeFromDescription();
        return endpoints;
    }
}
