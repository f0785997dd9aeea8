using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SummitBot.Hosting.Activities;

namespace SummitBot.DirectLine.Live;

/// <summary>
/// Sends a conversation to one socket: what the log has after the client's watermark, then new activities.
/// </summary>
internal sealed partial class ActivityStream(
    IActivityLog log,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<ActivityStream> logger
)
{
    private const int Batch = 50;

    /// <summary>Clients send only empty frames; anything else is accepted up to this size, bytes.</summary>
    private const int MaxFrameBytes = 4_096;

    /// <summary>Poll interval, because another process may have written to the log.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    /// <summary>A client that does not read for this long is disconnected.</summary>
    private static readonly TimeSpan SendLimit = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(1);

    /// <param name="listener">Registered before the socket was opened, so that the client misses nothing.</param>
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
            // The client has closed or does not read, or the host is stopping: the client will reconnect with its
            // watermark.
            await CloseAsync(socket, WebSocketCloseStatus.EndpointUnavailable);
        }
        catch (WebSocketException lost)
        {
            LogLost(logger, lost.WebSocketErrorCode);
        }
        finally
        {
            // Cancelling a read closes the connection, so the close message is sent first.
            stopReading.CancelAfter(CloseTimeout);
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

    /// <summary>
    /// True when there is a signal, false when it is time to poll, null when the conversation has ended.
    /// </summary>
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

    /// <summary>Keeps reading, so that pings are answered and a close is noticed.</summary>
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
            while (length <= MaxFrameBytes)
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
            // Any error means that the connection has ended.
        }

        await stop.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        using var limit = new CancellationTokenSource(CloseTimeout);
        try
        {
            await socket.CloseOutputAsync(status, statusDescription: null, limit.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The client is gone, so there is nothing to report.
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A socket was lost: {Error}")]
    private static partial void LogLost(ILogger logger, WebSocketError error);
}
