using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace SummitBot.EndToEnd.Tests.Hosts;

/// <summary>
/// A visitor of a web page: asks one question after the other, sending each until it is taken, and listens by a socket that is
/// reopened with its watermark whenever it is lost.
/// </summary>
internal sealed class Visitor(HttpClient http) : IDisposable
{
    private readonly PersistentClient _client = new(http);
    private readonly List<JsonElement> _heard = [];
    private readonly SemaphoreSlim _news = new(0);
    private string _address = "";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public int Repeated => _client.Repeated;

    /// <summary>What came by the socket, in order.</summary>
    public IReadOnlyList<JsonElement> Heard
    {
        get
        {
            lock (_heard)
            {
                return [.. _heard];
            }
        }
    }

    public void Dispose() => _news.Dispose();

    public async Task StartAsync()
    {
        JsonElement session = await _client.PostAsync("/api/webchat/token", new { });
        _client.Authorization = new AuthenticationHeaderValue("Bearer", session.GetProperty("token").GetString());
        _address = $"/v3/directline/conversations/{session.GetProperty("conversationId").GetString()}";
        await _client.PostAsync("/v3/directline/conversations", new { locale = "en" });
    }

    /// <summary>Asks, and waits until the answer has come by the socket.</summary>
    public async Task AskAsync(string question, CancellationToken listening)
    {
        JsonElement sent = await _client.PostAsync(
            $"{_address}/activities",
            new
            {
                type = "message",
                text = question,
                channelData = new { clientActivityID = Guid.NewGuid().ToString() },
            }
        );
        string id = sent.GetProperty("id").GetString()!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(listening);
        limit.CancelAfter(TimeSpan.FromSeconds(90));
        while (!Heard.Any(a => ReplyTo(a) == id))
        {
            await _news.WaitAsync(TimeSpan.FromMilliseconds(200), limit.Token);
        }
    }

    /// <summary>All messages of the conversation, as it is kept.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAsync()
    {
        JsonElement set = await _client.GetAsync($"{_address}/activities");
        return [.. set.GetProperty("activities").EnumerateArray().Where(IsMessage)];
    }

    /// <summary>Listens until it is cancelled.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        string watermark = "";
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                JsonElement session = await _client.GetAsync($"{_address}?watermark={watermark}");
                using var socket = new ClientWebSocket();
                await socket.ConnectAsync(
                    new Uri(session.GetProperty("streamUrl").GetString()!),
                    http,
                    cancellationToken
                );
                while (await ReceiveAsync(socket, cancellationToken) is { } set)
                {
                    Take(set);
                    watermark = set.TryGetProperty("watermark", out JsonElement mark) ? mark.GetString()! : watermark;
                }
            }
            catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException)
            {
                // Lost: once more.
            }
        }
    }

    public static string? GetText(JsonElement activity) =>
        activity.TryGetProperty("text", out JsonElement text) ? text.GetString() : null;

    public static string? ReplyTo(JsonElement activity) =>
        activity.TryGetProperty("replyToId", out JsonElement id) ? id.GetString() : null;

    public static string GetId(JsonElement activity) => activity.GetProperty("id").GetString()!;

    private static bool IsMessage(JsonElement activity) => activity.GetProperty("type").GetString() == "message";

    private void Take(JsonElement set)
    {
        lock (_heard)
        {
            _heard.AddRange(set.GetProperty("activities").EnumerateArray().Where(IsMessage));
        }

        _news.Release();
    }

    private static async Task<JsonElement?> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[16 * 1024];
        using var text = new MemoryStream();
        while (true)
        {
            WebSocketReceiveResult part = await socket.ReceiveAsync(new ArraySegment<byte>(buffer), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(text.ToArray()));
            }
        }
    }
}
