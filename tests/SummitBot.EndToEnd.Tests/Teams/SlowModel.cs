using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SummitBot.EndToEnd.Tests.Browser;

namespace SummitBot.EndToEnd.Tests.Teams;

/// <summary>
/// A server with OpenAI's chat completions whose model takes its time: it quotes two sentences of the passages that it is
/// sent, the second one some seconds after the first.
/// </summary>
internal sealed partial class SlowModel : IDisposable
{
    public const string First =
        "Before the session began, Putin explained to reporters that the Vostochny site was chosen because Kim has a strong interest in rocketry.";

    public const string Second = "Putin had hosted Kim once before since 2019 for a high level exchange.";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(4);

    private readonly HttpListener _listener = new();

    public SlowModel()
    {
        Endpoint = $"http://localhost:{FreePort.Take()}/v1";
        _listener.Prefixes.Add($"{Endpoint}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Endpoint { get; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                // The server is closed.
            }
        }
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        JsonElement request = JsonElement.Parse(await reader.ReadToEndAsync(Cancelled));
        string prompt =
            request.GetProperty("messages").EnumerateArray().Last().GetProperty("content").GetString() ?? "";
        context.Response.ContentType = "text/event-stream";
        context.Response.SendChunked = true;
        await using Stream body = context.Response.OutputStream;
        await SendAsync(body, Chunk(new { content = Cited(prompt, First) + "\n" }));
        await Task.Delay(Pause, Cancelled);
        await SendAsync(body, Chunk(new { content = Cited(prompt, Second) }));
        await SendAsync(body, Chunk(new { }, "stop"));
        await body.WriteAsync("data: [DONE]\n\n"u8.ToArray(), Cancelled);
    }

    /// <summary>With the number of the passage that it stands in.</summary>
    private static string Cited(string prompt, string sentence)
    {
        string line = prompt.Split('\n').FirstOrDefault(l => l.Contains(sentence, StringComparison.Ordinal)) ?? "";
        return $"{sentence} [{PassageNumber().Match(line).Value}]";
    }

    private static async Task SendAsync(Stream body, object chunk)
    {
        await body.WriteAsync(Encoding.UTF8.GetBytes($"data: {JsonSerializer.Serialize(chunk)}\n\n"), Cancelled);
        await body.FlushAsync(Cancelled);
    }

    private static object Chunk(object delta, string? finish = null) =>
        new
        {
            id = "c1",
            @object = "chat.completion.chunk",
            created = 1,
            model = "slow",
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

    [GeneratedRegex("(?<=<passage number=\")\\d+", RegexOptions.None, 1_000)]
    private static partial Regex PassageNumber();
}
