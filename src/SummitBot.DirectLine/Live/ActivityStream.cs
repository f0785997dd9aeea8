using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SummitBot.Hosting.Activities;

namespace SummitBot.DirectLine.Live;

/// <summary>Carries a conversation to one socket: what the log holds after the client's place, then what comes.</summary>
internal sealed partial class ActivityStream(
    IActivityLog log,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<ActivityStream> logger
)
{
    private const int Batch = 50;

    /// <summary>Clients send nothing but empty frames; this much of anything else is borne.</summary>
    private const int LongestFrame = 4_096;

    /// <summary>Another process may have written to the log.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    /// <summary>Who takes nothing for so long has gone, or plays for time.</summary>
    private static readonly TimeSpan SendLimit = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    /// <param name="listener">Listens since before the socket was open, so that the client misses nothing from then on.</param>
    /// <param name="after">The client has the activities up to this number.</param>
    public async Task RunAsync(
        WebSocket socket,
        LiveListener listener,
        string conversation,
        long after,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            lifetime.ApplicationStopping
        );
        using var stopReading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task reading = ReadUntilClosedAsync(socket, stop, stopReading.Token);
        try
        {
            await SendAllAsync(socket, conversation, listener, after, stop.Token);
            await CloseAsync(socket, WebSocketCloseStatus.NormalClosure);
        }
        catch (OperationCanceledException)
        {
            // The client has closed, does not read, or the host stops: it will come back with its place.
            await CloseAsync(socket, WebSocketCloseStatus.EndpointUnavailable);
        }
        catch (WebSocketException lost)
        {
            LogLost(logger, lost.WebSocketErrorCode);
        }
        finally
        {
            // Stopping to read cuts the line: the client is to get our last words first.
            stopReading.CancelAfter(Farewell);
            await reading;
        }
    }

    private async Task SendAllAsync(
        WebSocket socket,
        string conversation,
        LiveListener listener,
        long after,
        CancellationToken cancellationToken
    )
    {
        long place = await SendKeptAsync(socket, conversation, after, cancellationToken);
        while (await WaitAsync(listener, cancellationToken) is { } hasSignal)
        {
            if (!hasSignal)
            {
                place = await SendKeptAsync(socket, conversation, place, cancellationToken);
            }

            while (listener.Signals.TryRead(out LiveSignal signal))
            {
                if (signal.After > place)
                {
                    place = await SendKeptAsync(socket, conversation, place, cancellationToken);
                }

                if (signal.Transient is { } passing && place <= signal.After)
                {
                    await SendAsync(socket, ActivitySet.SerializeTransient(passing), cancellationToken);
                }
            }
        }

        await SendKeptAsync(socket, conversation, place, cancellationToken);
    }

    /// <summary>True when there is a signal, false when it is time to look by ourselves, null when the conversation is over.</summary>
    private async Task<bool?> WaitAsync(LiveListener listener, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LookAgain, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await listener.Signals.WaitToReadAsync(either.Token) ? true : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<long> SendKeptAsync(
        WebSocket socket,
        string conversation,
        long place,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            IReadOnlyList<LoggedActivity> activities = await log.ReadAsync(
                conversation,
                place,
                Batch,
                cancellationToken
            );
            if (activities.Count == 0)
            {
                return place;
            }

            place = activities[^1].Number;
            await SendAsync(socket, ActivitySet.Serialize(activities, place), cancellationToken);
        }
    }

    private async Task SendAsync(WebSocket socket, string text, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(SendLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, either.Token);
    }

    /// <summary>Reads on, so that pings are answered and the end is noticed.</summary>
    private static async Task ReadUntilClosedAsync(
        WebSocket socket,
        CancellationTokenSource stop,
        CancellationToken cancellationToken
    )
    {
        byte[] buffer = new byte[256];
        int length = 0;
        try
        {
            while (length <= LongestFrame)
            {
                ValueWebSocketReceiveResult part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                length = part.EndOfMessage ? 0 : length + part.Count;
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The end, as good as any.
        }

        await stop.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        using var limit = new CancellationTokenSource(Farewell);
        try
        {
            await socket.CloseOutputAsync(status, statusDescription: null, limit.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // There is nobody left to tell.
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A socket was lost: {Error}")]
    private static partial void LogLost(ILogger logger, WebSocketError error);
}
