using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SummitBot.Tests.Models.Embeddings;

/// <summary>
/// A server on loopback that speaks the embeddings APIs of OpenAI, Azure OpenAI and Ollama, and misbehaves on request. A
/// text's vector counts its words in buckets; words of one meaning fall into one bucket.
/// </summary>
internal sealed class EmbeddingServer : IAsyncDisposable
{
    public const string Key = "sk-very-secret-key";

    private const int Buckets = 512;

    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["jalopy"] = "car",
        ["vehicle"] = "car",
        ["spruced"] = "fixed",
        ["mended"] = "fixed",
    };

    private readonly WebApplication _app;

    private EmbeddingServer(WebApplication app)
    {
        _app = app;
        Endpoint = app.Urls.First();
    }

    public string Endpoint { get; }

    /// <summary>Every text that was to be embedded, in no order.</summary>
    public ConcurrentBag<string> Texts { get; } = [];

    /// <summary>Path, and the key that came with it, of every request.</summary>
    public ConcurrentBag<(string Path, string? Key)> Requests { get; } = [];

    /// <summary>Texts a request, in order.</summary>
    public ConcurrentQueue<int> Batches { get; } = [];

    /// <summary>Answers instead of the server; false lets it answer itself.</summary>
    public Func<HttpContext, Task<bool>> Misbehave { get; set; } = _ => Task.FromResult(false);

    /// <summary>Changes the vectors before they are sent.</summary>
    public Func<List<float[]>, List<float[]>> Distort { get; set; } = vectors => vectors;

    public static async Task<EmbeddingServer> StartAsync(string url = "http://127.0.0.1:0")
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        WebApplication app = builder.Build();
        EmbeddingServer? server = null;
        app.MapPost("/{**path}", context => server!.AnswerAsync(context));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server = new EmbeddingServer(app);
    }

    public static float[] GetVector(string text)
    {
        float[] vector = new float[Buckets];
        foreach (
            string word in text.ToLowerInvariant()
                .Split([' ', '\n', '.', ',', '?', '!'], StringSplitOptions.RemoveEmptyEntries)
        )
        {
            uint hash = 2_166_136_261;
            foreach (char c in Meanings.GetValueOrDefault(word, word))
            {
                hash = (hash ^ c) * 16_777_619;
            }

            vector[hash % Buckets] += 1;
        }

        return vector;
    }

    public void AlwaysAnswer(HttpStatusCode status, string body = "") =>
        Misbehave = async context =>
        {
            context.Response.StatusCode = (int)status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body, context.RequestAborted);
            return true;
        };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        string? key = context.Request.Headers.Authorization.FirstOrDefault() ?? context.Request.Headers["api-key"];
        Requests.Add((context.Request.Path, key));
        JsonNode request = (
            await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted)
        )!;
        JsonNode input = request["input"]!;
        string[] texts = input is JsonArray several ? [.. several.Select(t => (string)t!)] : [(string)input!];
        if (await Misbehave(context))
        {
            return;
        }

        Batches.Enqueue(texts.Length);
        foreach (string text in texts)
        {
            Texts.Add(text);
        }

        List<float[]> vectors = Distort([.. texts.Select(GetVector)]);
        bool isOllama = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
        await context.Response.WriteAsJsonAsync(
            isOllama ? Ollama(vectors) : OpenAI(vectors, (string?)request["encoding_format"] == "base64"),
            context.RequestAborted
        );
    }

    private static object Ollama(List<float[]> vectors) => new { model = "m", embeddings = vectors };

    private static object OpenAI(List<float[]> vectors, bool isBase64) =>
        new
        {
            @object = "list",
            model = "m",
            data = vectors.Select(
                (v, i) =>
                    new
                    {
                        @object = "embedding",
                        index = i,
                        embedding = isBase64
                            ? JsonSerializer.SerializeToNode(
                                Convert.ToBase64String([.. v.SelectMany(BitConverter.GetBytes)])
                            )
                            : JsonSerializer.SerializeToNode(v),
                    }
            ),
            usage = new { prompt_tokens = 1, total_tokens = 1 },
        };
}
