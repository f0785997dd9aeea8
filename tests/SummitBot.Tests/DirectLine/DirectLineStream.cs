using System.Net.WebSockets;
using System.Text.Json;

namespace SummitBot.Tests.DirectLine;

/// <summary>An open stream, read only when the test reads it.</summary>
internal sealed class DirectLineStream : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();
    private readonly Queue<JsonElement> _read = [];

    public string Watermark { get; private set; } = "";

    /// <summary>What came along with the last activity: the watermark stands for these too.</summary>
    public IReadOnlyList<JsonElement> Rest => [.. _read];

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public static async Task<DirectLineStream> OpenAsync(string url, string? origin)
    {
        var stream = new DirectLineStream();
        if (origin is not null)
        {
            stream._socket.Options.SetRequestHeader("Origin", origin);
        }

        await stream._socket.ConnectAsync(new Uri(url), TestContext.Current.CancellationToken);
        return stream;
    }

    /// <summary>The next activity; null when the server has closed.</summary>
    public async Task<JsonElement?> NextAsync()
    {
        while (_read.Count == 0)
        {
            if (await ReceiveAsync() is not { } set)
            {
                return null;
            }

            foreach (JsonElement activity in set.GetProperty("activities").EnumerateArray())
            {
                _read.Enqueue(activity);
            }

            Watermark = set.TryGetProperty("watermark", out JsonElement mark) ? mark.GetString()! : Watermark;
        }

        return _read.Dequeue();
    }

    /// <summary>The next so many messages, whatever stands between them.</summary>
    public async Task<IReadOnlyList<JsonElement>> MessagesAsync(int count)
    {
        var messages = new List<JsonElement>();
        while (messages.Count < count)
        {
            JsonElement activity = Assert.NotNull(await NextAsync());
            if (DirectLineClient.GetActivityType(activity) == "message")
            {
                messages.Add(activity);
            }
        }

        return messages;
    }

    public Task SendAsync(string text) =>
        _socket.SendAsync(
            System.Text.Encoding.UTF8.GetBytes(text),
            WebSocketMessageType.Text,
            endOfMessage: true,
            TestContext.Current.CancellationToken
        );

    /// <summary>As when the line is cut: the server is told nothing.</summary>
    public void Abort() => _socket.Abort();

    public void Dispose() => _socket.Dispose();

    private async Task<JsonElement?> ReceiveAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        byte[] buffer = new byte[16 * 1024];
        using var text = new MemoryStream();
        while (true)
        {
            WebSocketReceiveResult part = await _socket.ReceiveAsync(new ArraySegment<byte>(buffer), limit.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return JsonSerializer.Deserialize<JsonElement>(text.ToArray());
            }
        }
    }
}
