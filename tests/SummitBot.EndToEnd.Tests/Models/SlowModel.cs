using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SummitBot.EndToEnd.Tests.Browser;

namespace SummitBot.EndToEnd.Tests.Models;

/// <summary>
/// A server that speaks OpenAI's streamed chat completions: it says one sentence, and the next when it is told to. Each is
/// cited from the passage of the prompt that holds it.
/// </summary>
internal sealed partial class SlowModel : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken _cancelled = TestContext.Current.CancellationToken;
    private readonly string _first;
    private readonly string _second;

    /// <param name="first">A sentence of an article.</param>
    /// <param name="second">Another one of that article.</param>
    public SlowModel(string first, string second)
    {
        _first = first;
        _second = second;
        Address = $"http://127.0.0.1:{FreePort.Take()}";
        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>After so long it says the rest though nobody told it to; by default it waits to be told.</summary>
    public TimeSpan Pause { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>True when its first sentence also waits until it is told.</summary>
    public bool WaitsToBegin { get; set; }

    /// <summary>How it words a sentence of an article; by default as the article does.</summary>
    public Func<string, string> Wording { get; init; } = static sentence => sentence;

    /// <summary>The environment variables of a host that asks this model.</summary>
    public (string Name, string Value)[] Settings =>
        [
            ("SummitBot__Model__Provider", "openAICompatible"),
            ("SummitBot__Model__Name", "slow"),
            ("SummitBot__Model__Endpoint", $"{Address}/v1"),
            ("SummitBot__Model__ApiKey", "none"),
            ("SummitBot__Model__FirstTokenSeconds", "60"),
            ("SummitBot__Model__AnswerSeconds", "120"),
        ];

    private string Address { get; }

    public void SayTheFirst() => _begun.TrySetResult();

    public void SayTheRest() => _told.TrySetResult();

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

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var reader = new StreamReader(context.Request.InputStream);
            string body = await reader.ReadToEndAsync(_cancelled);
            if (body.Contains("\"stream\":true", StringComparison.Ordinal))
            {
                JsonElement messages = JsonElement.Parse(body).GetProperty("messages");
                string prompt = messages.EnumerateArray().Last().GetProperty("content").GetString() ?? "";
                await StreamAsync(context.Response, prompt);
            }

            // The host may also ask which models there are; that there is an answer will do.
            context.Response.Close();
        }
        catch (Exception ended)
            when (ended is HttpListenerException or ObjectDisposedException or OperationCanceledException)
        {
            // The server is closed, or the host left before it was served.
        }
    }

    private async Task StreamAsync(HttpListenerResponse response, string prompt)
    {
        response.ContentType = "text/event-stream";
        response.SendChunked = true;
        if (WaitsToBegin)
        {
            await _begun.Task.WaitAsync(_cancelled);
        }

        await SayAsync(response, new { content = $"{Cited(prompt, _first)}\n" });
        await Task.WhenAny(_told.Task, Task.Delay(Pause, _cancelled));
        await SayAsync(response, new { content = Cited(prompt, _second) });
        await SayAsync(response, new { }, "stop");
        await response.OutputStream.WriteAsync("data: [DONE]\n\n"u8.ToArray(), _cancelled);
    }

    /// <summary>With the number of the passage that it stands in.</summary>
    private string Cited(string prompt, string sentence)
    {
        string line = prompt.Split('\n').FirstOrDefault(l => l.Contains(sentence, StringComparison.Ordinal)) ?? "";
        return $"{Wording(sentence)} [{PassageNumber().Match(line).Value}]";
    }

    private async Task SayAsync(HttpListenerResponse response, object delta, string? finish = null)
    {
        string chunk = JsonSerializer.Serialize(
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
            }
        );
        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes($"data: {chunk}\n\n"), _cancelled);
        await response.OutputStream.FlushAsync(_cancelled);
    }

    [GeneratedRegex("(?<=<passage number=\")\\d+", RegexOptions.None, 1_000)]
    private static partial Regex PassageNumber();
}
