using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SummitBot.Tests.Models;

/// <summary>
/// A real server on loopback that speaks OpenAI's chat completions, embeddings and list of models, and does whatever a
/// test scripts: each request takes the next reply, the last one again and again.
/// </summary>
internal sealed class ModelServer : IAsyncDisposable
{
    public const string ModelName = "test-model";

    /// <summary>Only requests with this key are served.</summary>
    public const string Key = "sk-test-4f9b1c7e2a6d8035";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ModelRequest> _requests = new();
    private readonly Lock _gate = new();
    private Queue<ModelReply> _script = new();
    private ModelReply _last = ModelReplies.Text("NO_ANSWER");

    private ModelServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddRouting();
        _app = builder.Build();
        _app.MapPost("/v1/chat/completions", ChatAsync);
        _app.MapPost("/openai/deployments/{deployment}/chat/completions", ChatAsync);
        _app.MapPost("/v1/embeddings", EmbedAsync);
        _app.MapGet("/v1/models", ListModels);
    }

    public Uri Endpoint => new($"{_app.Urls.First()}/v1");

    /// <summary>What was asked, oldest first.</summary>
    public IReadOnlyList<ModelRequest> Requests => [.. _requests];

    /// <summary>Called when a request for a chat completion has arrived.</summary>
    public Action? OnChat { get; set; }

    public static async Task<ModelServer> StartAsync()
    {
        var server = new ModelServer();
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Replaces the script.</summary>
    public void Reply(params IEnumerable<ModelReply> replies)
    {
        lock (_gate)
        {
            _script = new Queue<ModelReply>(replies);
        }
    }

    public void ReplyText(string text) => Reply(ModelReplies.Text(text));

    /// <summary>The settings of a host that uses this server.</summary>
    public (string Key, string Value)[] Settings(params IEnumerable<(string Key, string Value)> further) =>
        [
            ("SummitBot:Model:Provider", "openAICompatible"),
            ("SummitBot:Model:Name", ModelName),
            ("SummitBot:Model:Endpoint", Endpoint.ToString()),
            ("SummitBot:Model:ApiKey", Key),
            .. further,
        ];

    /// <summary>As <see cref="Settings"/>, by their names inside section <c>SummitBot</c>; the last of a name counts.</summary>
    public Dictionary<string, string> HostSettings(params IEnumerable<(string Key, string Value)> further)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, string value) in Settings(further))
        {
            settings[key["SummitBot:".Length..]] = value;
        }

        return settings;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
    }

    private async Task ChatAsync(HttpContext context)
    {
        JsonElement body = await JsonSerializer.DeserializeAsync<JsonElement>(
            context.Request.Body,
            cancellationToken: context.RequestAborted
        );
        var request = new ModelRequest(context.Request.Path, body);
        _requests.Enqueue(request);
        OnChat?.Invoke();
        if (!IsAllowed(context))
        {
            await ModelReplies.Status(401, $"Incorrect API key provided: {GetKey(context)}")(context, request);
            return;
        }

        ModelReply reply;
        lock (_gate)
        {
            reply = _script.Count > 0 ? _script.Dequeue() : _last;
            _last = reply;
        }

        try
        {
            await reply(context, request);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client lost patience, as a test wanted.
        }
    }

    private static async Task EmbedAsync(HttpContext context)
    {
        JsonElement body = await JsonSerializer.DeserializeAsync<JsonElement>(
            context.Request.Body,
            cancellationToken: context.RequestAborted
        );
        JsonElement input = body.GetProperty("input");
        string[] texts =
            input.ValueKind == JsonValueKind.String
                ? [input.GetString()!]
                : [.. input.EnumerateArray().Select(t => t.GetString()!)];
        await context.Response.WriteAsJsonAsync(
            new
            {
                @object = "list",
                model = body.GetProperty("model").GetString(),
                data = texts.Select(
                    (t, i) =>
                        new
                        {
                            @object = "embedding",
                            index = i,
                            embedding = GetVector(t),
                        }
                ),
                usage = new { prompt_tokens = texts.Length, total_tokens = texts.Length },
            },
            context.RequestAborted
        );
    }

    private IResult ListModels(HttpContext context) =>
        IsAllowed(context)
            ? Results.Json(new { @object = "list", data = new[] { new { id = ModelName, @object = "model" } } })
            : Results.Json(new { error = new { message = $"Incorrect API key: {GetKey(context)}" } }, statusCode: 401);

    private static bool IsAllowed(HttpContext context) => GetKey(context) == Key;

    private static string GetKey(HttpContext context) =>
        context.Request.Headers.TryGetValue("api-key", out Microsoft.Extensions.Primitives.StringValues key)
            ? key.ToString()
            : context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);

    /// <summary>A bag of letters: the same text always gives the same vector, texts of like letters near ones.</summary>
    private static float[] GetVector(string text)
    {
        var vector = new float[32];
        foreach (char c in text)
        {
            vector[char.ToLowerInvariant(c) % vector.Length]++;
        }

        return vector;
    }
}
