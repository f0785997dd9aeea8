using System.Threading.Channels;

namespace SummitBot.DirectLine.Live;

/// <summary>
/// One socket's view of a conversation. Its queue of signals is short: a slow reader loses transient activities, but
/// never stored ones, because any signal makes it read the log.
/// </summary>
internal sealed class LiveListener(Action<LiveListener> leave) : IDisposable
{
    private const int Capacity = 64;

    private readonly Channel<LiveSignal> _signals = Channel.CreateBounded<LiveSignal>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
    );

    public ChannelReader<LiveSignal> Signals => _signals.Reader;

    public void Notify(LiveSignal signal) => _signals.Writer.TryWrite(signal);

    /// <summary>Marks the conversation as ended: there are no signals after those already queued.</summary>
    public void End() => _signals.Writer.TryComplete();

    public void Dispose() => leave(this);
}

/// <summary>A message to a listener.</summary>
/// <param name="Transient">An activity that is shown and not stored, such as typing; null means that the log has
/// grown.</param>
/// <param name="After">The number of the last stored activity when it was shown: listeners that are further ahead
/// ignore it.</param>
internal readonly record struct LiveSignal(string? Transient, long After);
