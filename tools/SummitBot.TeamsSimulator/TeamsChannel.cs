using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SummitBot.TeamsSimulator;

/// <summary>The connector of a simulated Teams channel on this machine, which the bot sends its answers to.</summary>
public sealed class TeamsChannel : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, SimulatedConversation> _conversations = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly TimeSpan _latency;

    private TeamsChannel(WebApplication app, TimeProvider time, TimeSpan latency) =>
        (_app, _time, _latency) = (app, time, latency);

    /// <summary>The service URL; with a path and a slash at its end, as in Teams.</summary>
    public string ServiceUrl =>
        $"{_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/emea/";

    /// <summary>Listens on a free port of the loopback address.</summary>
    /// <param name="latency">The delay of each response.</param>
    public static async Task<TeamsChannel> StartAsync(
        TimeProvider time,
        TimeSpan latency,
        CancellationToken cancellationToken
    )
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        var channel = new TeamsChannel(app, time, latency);
        app.UseRouting();
        channel.Map(app);
        await app.StartAsync(cancellationToken);
        return channel;
    }

    public SimulatedConversation Open(string id, ConversationKind kind) =>
        _conversations.GetOrAdd(id, key => new SimulatedConversation(key, kind, _time));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map(WebApplication app)
    {
        const string activities = "/emea/v3/conversations/{conversation}/activities";
        app.MapPost(activities, context => TakeAsync(context, (c, _, body) => c.Post(replyTo: null, body)));
        app.MapPost(activities + "/{activity}", context => TakeAsync(context, (c, id, body) => c.Post(id, body)));
        app.MapPut(activities + "/{activity}", context => TakeAsync(context, (c, id, body) => c.Put(id, body)));
        app.MapDelete(activities + "/{activity}", context => TakeAsync(context, (c, id, _) => c.Delete(id)));
    }

    private async Task TakeAsync(HttpContext context, Func<SimulatedConversation, string, string, ChannelAnswer> take)
    {
        using var reader = new StreamReader(context.Request.Body);
        string body = await reader.ReadToEndAsync(context.RequestAborted);
        string id = $"{context.Request.RouteValues["conversation"]}";
        if (!_conversations.TryGetValue(id, out SimulatedConversation? conversation))
        {
            await AnswerAsync(context, ChannelAnswer.Refused(404, "ConversationNotFound", "Conversation not found."));
            return;
        }

        bool isPiece = body.Contains("\"streaminfo\"", StringComparison.OrdinalIgnoreCase);
        if (isPiece)
        {
            conversation.EnterStream();
        }

        ChannelAnswer answer;
        try
        {
            answer = take(conversation, $"{context.Request.RouteValues["activity"]}", body);
            await Task.Delay(_latency, _time, context.RequestAborted);
        }
        finally
        {
            if (isPiece)
            {
                conversation.LeaveStream();
            }
        }

        await AnswerAsync(context, answer);
    }

    private static async Task AnswerAsync(HttpContext context, ChannelAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (answer.Body is { } body)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
        }
    }
}
