using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace SummitBot.Benchmarks.DirectLine;

/// <summary>Somebody who talks with the bot as the widget does: a token without a secret, a socket, posted questions.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private const string Directline = "v3/directline/";

    private readonly HttpClient _client;
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _leaves = new();
    private readonly ConcurrentDictionary<string, AskedQuestion> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _answered = new();
    private string _token = "";
    private string _conversation = "";
    private Task _reading = Task.CompletedTask;

    private Visitor(HttpClient client) => _client = client;

    /// <summary>The ids of the questions, in the order of their answers; an id for every answer that came.</summary>
    public IReadOnlyCollection<string> Answered => _answered;

    /// <summary>Begins a conversation and opens its socket.</summary>
    public static async Task<Visitor> ArriveAsync(HttpClient client, CancellationToken cancellationToken)
    {
        var visitor = new Visitor(client);
        JsonElement given = await visitor.PostAsync("api/webchat/token", new { }, cancellationToken);
        visitor._token = given.GetProperty("token").GetString()!;
        JsonElement begun = await visitor.PostAsync($"{Directline}conversations", new { }, cancellationToken);
        visitor._conversation = begun.GetProperty("conversationId").GetString()!;
        await visitor._socket.ConnectAsync(new Uri(begun.GetProperty("streamUrl").GetString()!), cancellationToken);
        visitor._reading = visitor.ReadAsync();
        return visitor;
    }

    /// <summary>Asks and waits for the whole answer.</summary>
    public async Task<AskedQuestion> AskAsync(string question, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        JsonElement kept = await PostAsync(
            $"{Directline}conversations/{_conversation}/activities",
            new
            {
                type = "message",
                text = question,
                locale = "en",
                channelData = new { clientActivityID = Guid.NewGuid() },
            },
            cancellationToken
        );
        AskedQuestion asked = FindQuestion(kept.GetProperty("id").GetString()!);
        asked.Start = start;
        await asked.Answered.WaitAsync(cancellationToken);
        return asked;
    }

    public async ValueTask DisposeAsync()
    {
        await _leaves.CancelAsync();
        await _reading;
        _socket.Dispose();
        _leaves.Dispose();
    }

    /// <summary>The stream may be faster than the response that has the question's id.</summary>
    private AskedQuestion FindQuestion(string id) => _asked.GetOrAdd(id, static i => new AskedQuestion(i));

    private async Task<JsonElement> PostAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (_token.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        }

        using HttpResponseMessage response = await _client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }

    private async Task ReadAsync()
    {
        using var message = new MemoryStream();
        byte[] buffer = new byte[4_096];
        try
        {
            while (true)
            {
                ValueWebSocketReceiveResult part = await _socket.ReceiveAsync(buffer.AsMemory(), _leaves.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage && message.Length > 0)
                {
                    Take(JsonElement.Parse(message.GetBuffer().AsSpan(0, (int)message.Length)));
                    message.SetLength(0);
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
        {
            // The visitor has left, or the host is gone: what is missing is counted.
        }
    }

    private void Take(JsonElement set)
    {
        long now = Stopwatch.GetTimestamp();
        foreach (JsonElement activity in set.GetProperty("activities").EnumerateArray())
        {
            if (!activity.TryGetProperty("replyToId", out JsonElement id))
            {
                continue;
            }

            AskedQuestion asked = FindQuestion(id.GetString()!);
            bool isMessage = activity.GetProperty("type").GetString() == "message";
            asked.SignAt(now);
            if (isMessage || activity.TryGetProperty("text", out _))
            {
                asked.ChunkAt(now);
            }

            if (isMessage)
            {
                _answered.Enqueue(asked.Id);
                asked.AnswerAt(now);
            }
        }
    }
}
