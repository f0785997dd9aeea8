using System.Collections.Concurrent;
using System.Threading.Channels;

namespace SummitBot.Web.Corpus;

/// <summary>Wakes the <see cref="SourceRefresher"/> for a source. Requests for the same source count once. Thread-safe.</summary>
public sealed class SourceSignals(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Channel<bool>> _requests = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Asks for a look at the source that begins after this call.</summary>
    public void Request(string source) => Find(source).Writer.TryWrite(true);

    /// <summary>The requests so far are served by the look that begins now.</summary>
    internal void Take(string source) => Find(source).Reader.TryRead(out _);

    /// <summary>Waits until a look is requested, or the time is over.</summary>
    internal async Task WaitAsync(string source, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<bool> requested = Find(source).Reader.WaitToReadAsync(ended.Token).AsTask();
        Task elapsed = Task.Delay(limit, time, ended.Token);
        await Task.WhenAny(requested, elapsed);
        await ended.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private Channel<bool> Find(string source) =>
        _requests.GetOrAdd(
            source,
            _ =>
                Channel.CreateBounded<bool>(
                    new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
                )
        );
}
