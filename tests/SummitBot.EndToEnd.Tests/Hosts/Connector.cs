using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using SummitBot.EndToEnd.Tests.Browser;

namespace SummitBot.EndToEnd.Tests.Hosts;

/// <summary>The channel's side of Teams: takes the bot's replies. It can be cut off, so that what is sent does not arrive.</summary>
internal sealed class Connector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<JsonElement> _messages = new();
    private readonly int _port = FreePort.Take();
    private volatile bool _isCutOff;
    private int _held;

    public Connector()
    {
        _listener.Prefixes.Add($"http://127.0.0.1:{_port}/");
        _listener.Start();
        _ = Task.Run(AcceptAsync, CancellationToken.None);
    }

    public string ServiceUrl => $"http://127.0.0.1:{_port}/emea/";

    /// <summary>The messages that arrived.</summary>
    public IReadOnlyList<JsonElement> Messages => [.. _messages];

    /// <summary>Requests that came while it was cut off.</summary>
    public int Held => _held;

    public void CutOff() => _isCutOff = true;

    public void Reconnect() => _isCutOff = false;

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task AcceptAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(() => AnswerAsync(context), CancellationToken.None);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        string body = await reader.ReadToEndAsync(CancellationToken.None);
        if (_isCutOff)
        {
            // Neither taken nor answered: the sender waits until it is killed.
            Interlocked.Increment(ref _held);
            return;
        }

        JsonElement activity = JsonSerializer.Deserialize<JsonElement>(body);
        if (activity.GetProperty("type").GetString() == "message")
        {
            _messages.Enqueue(activity);
        }

        byte[] answer = Encoding.UTF8.GetBytes($$"""{"id":"{{Guid.NewGuid():N}}"}""");
        context.Response.ContentType = "application/json";
        context.Response.StatusCode = 201;
        try
        {
            await context.Response.OutputStream.WriteAsync(answer, CancellationToken.None);
            context.Response.Close();
        }
        catch (HttpListenerException)
        {
            // The host was killed.
        }
    }
}
