using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SummitBot.DirectLine;

public static class DirectLineEndpoints
{
    /// <summary>The name of the CORS policy of pages that may talk to the bot.</summary>
    internal const string CorsPolicy = "DirectLine";

    /// <summary>What <see cref="MapDirectLine"/> needs of the pipeline: answers for other origins, and WebSockets.</summary>
    public static IApplicationBuilder UseDirectLine(this IApplicationBuilder app) => app.UseCors().UseWebSockets();

    /// <summary>Maps Direct Line 3.0 below <c>/v3/directline</c>, and <c>POST /api/webchat/token</c>.</summary>
    /// <exception cref="InvalidOperationException">A part of the protocol is missing.</exception>
    public static IEndpointRouteBuilder MapDirectLine(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var tokens = endpoints.ServiceProvider.GetService<DirectLineTokenEndpoints>();
        var conversations = endpoints.ServiceProvider.GetService<DirectLineConversationEndpoints>();
        if (tokens is null || conversations is null)
        {
            throw new InvalidOperationException("Call services.AddDirectLine() first.");
        }

        endpoints
            .MapPost("/api/webchat/token", (Delegate)tokens.IssueToPageAsync)
            .RequireCors(CorsPolicy)
            .ExcludeFromDescription();

        RouteGroupBuilder group = endpoints.MapGroup("/v3/directline").RequireCors(CorsPolicy).ExcludeFromDescription();
        group.MapPost("/tokens/generate", (Delegate)tokens.GenerateAsync);
        group.MapPost("/tokens/refresh", (Delegate)tokens.RefreshAsync);
        group.MapPost("/conversations", (Delegate)conversations.StartAsync);
        group.MapGet("/conversations/{id}", conversations.ReconnectAsync);
        group.MapPost("/conversations/{id}/activities", conversations.SendAsync);
        group.MapGet("/conversations/{id}/activities", conversations.PollAsync);
        group.MapGet("/conversations/{id}/stream", conversations.StreamAsync);
        group.MapPost("/conversations/{id}/upload", conversations.UploadAsync);
        group.MapGet("/session/getsessionid", (Delegate)conversations.GetSessionIdAsync);
        return endpoints;
    }
}
