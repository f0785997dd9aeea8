using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SummitBot.Benchmarks.Models;

/// <summary>
/// A server with OpenAI's streamed chat completions and no delay: it repeats the first sentence of the first two
/// passages in the prompt. It records when a request came and when the last word was sent.
/// </summary>
internal sealed partial class InstantModel : IAsyncDisposable
{
    private readonly WebApplication _app;

    private InstantModel()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/v1/chat/completions", AnswerAsync);
    }

    public string Endpoint => $"{_app.Urls.First()}/v1";

    /// <summary>A value of <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public long Asked { get; private set; }

    /// <summary>A value of <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public long Answered { get; private set; }

    public static async Task<InstantModel> StartAsync(CancellationToken cancellationToken)
    {
        var model = new InstantModel();
        await model._app.StartAsync(cancellationToken);
        return model;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Asked = Stopwatch.GetTimestamp();
        using JsonDocument request = await JsonDocument.ParseAsync(
            context.Request.Body,
            cancellationToken: context.RequestAborted
        );
        string prompt = request.RootElement.GetProperty("messages").GetRawText();
        string answer = string.Join(
            '\n',
            Sentences()
                .Matches(Regex.Unescape(prompt))
                .Take(2)
                .Select(m => $"{m.Groups["text"]} [{m.Groups["number"]}]")
        );
        context.Response.ContentType = "text/event-stream";
        foreach (char[] piece in answer.Chunk(20))
        {
            await SendAsync(context, new { content = new string(piece) }, finish: null);
        }

        Answered = Stopwatch.GetTimestamp();
        await SendAsync(context, new { }, "stop");
        await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);
    }

    private static async Task SendAsync(HttpContext context, object delta, string? finish)
    {
        var chunk = new
        {
            id = "c",
            @object = "chat.completion.chunk",
            created = 1,
            model = "instant",
            choices = new[]
            {
                new
                {
                    index = 0,
                    delta,
                    finish_reason = finish,
                },
            },
        };
        await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(chunk)}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    [GeneratedRegex("number=\"(?<number>\\d+)\"[^>]*>(?<text>[^.]+\\.)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Sentences();
}
