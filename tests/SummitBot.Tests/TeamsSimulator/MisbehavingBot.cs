using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SummitBot.Tests.TeamsSimulator;

/// <summary>A bot that does what a message says, mostly wrong.</summary>
internal sealed class MisbehavingBot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new();

    private MisbehavingBot(WebApplication app) => _app = app;

    public string Address => $"{_app.Urls.Single()}/api/messages";

    public static async Task<MisbehavingBot> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        var bot = new MisbehavingBot(app);
        app.MapMethods("/api/messages", ["HEAD"], () => Results.Ok());
        app.MapPost("/api/messages", (Delegate)bot.TakeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        JsonNode activity = (
            await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted)
        )!;
        string? type = (string?)activity["type"];
        if (type == "invoke")
        {
            return (string?)activity["name"] == "message/submitAction" ? Results.Json("thanks") : Results.Ok();
        }

        string text = (string?)activity["text"] ?? "";
        switch (text)
        {
            case "nothing":
                break;
            case "error":
                return Results.StatusCode(500);
            case "full":
                return Results.StatusCode(429);
            case "endless":
                await SendAsync(activity, Piece(1));
                break;
            case "flood":
                for (int i = 0; i < 9; i++)
                {
                    await SendAsync(activity, new JsonObject { ["type"] = "message", ["text"] = "Again." });
                }

                break;
            case "large":
                await SendAsync(
                    activity,
                    new JsonObject { ["type"] = "message", ["text"] = new string('x', 21 * 1024) }
                );
                break;
            case "elsewhere":
                activity["id"] = "unknown";
                await SendAsync(activity, new JsonObject { ["type"] = "message", ["text"] = "Who asked?" });
                break;
            case "draft":
                await DraftAsync(activity, TimeSpan.FromSeconds(1), "The whole.");
                break;
            case "worse":
                await DraftAsync(activity, TimeSpan.Zero, "# Heading");
                break;
            case "update":
                await SendAsync(
                    activity,
                    new JsonObject { ["type"] = "message", ["text"] = "What?" },
                    HttpMethod.Put,
                    "unknown"
                );
                break;
            case "together":
                await Task.WhenAll(SendAsync(activity, Piece(1)), SendAsync(activity, Piece(1)));
                break;
            default:
                await SendAsync(activity, new JsonObject { ["type"] = "message", ["text"] = $"You said: {text}" });
                break;
        }

        return Results.Accepted();
    }

    private static JsonObject Piece(int sequence) =>
        new()
        {
            ["type"] = "typing",
            ["text"] = "It",
            ["entities"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "streaminfo",
                    ["streamType"] = "streaming",
                    ["streamSequence"] = sequence,
                }
            ),
        };

    /// <summary>A message, the typing indicator and, some time later, the update.</summary>
    private async Task DraftAsync(JsonNode asked, TimeSpan pause, string whole)
    {
        string? id = await SendAsync(asked, new JsonObject { ["type"] = "message", ["text"] = "A draft." });
        await SendAsync(asked, new JsonObject { ["type"] = "typing" });
        _ = Task.Run(
            async () =>
            {
                await Task.Delay(pause, CancellationToken.None);
                var update = new JsonObject { ["type"] = "message", ["text"] = whole };
                await SendAsync(asked, update, HttpMethod.Put, id);
            },
            CancellationToken.None
        );
    }

    /// <returns>The channel's id of what was sent; null when it gave none.</returns>
    private async Task<string?> SendAsync(
        JsonNode asked,
        JsonObject activity,
        HttpMethod? method = null,
        string? id = null
    )
    {
        string conversation = Uri.EscapeDataString((string)asked["conversation"]!["id"]!);
        string address = $"{asked["serviceUrl"]}v3/conversations/{conversation}/activities/{id ?? asked["id"]}";
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, address);
        request.Content = JsonContent.Create(activity);
        using HttpResponseMessage response = await _client.SendAsync(request, CancellationToken.None);
        string body = await response.Content.ReadAsStringAsync(CancellationToken.None);
        return body.Length == 0 ? null : (string?)JsonNode.Parse(body)?["id"];
    }
}
