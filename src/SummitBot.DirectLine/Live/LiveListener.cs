using System.Threading.Channels;

namespace SummitBot.DirectLine.Live;

/// <summary>
/// One socket's view of a conversation. It holds few signals: a slow reader loses passing activities, never kept ones, for
/// those it reads from the log, each signal being as good as any other to say that it has grown.
/// </summary>
internal sealed class LiveListener(Action<LiveListener> leave) : IDisposable
{
    private const int Capacity = 64;

    private readonly Channel<LiveSignal> _signals = Channel.CreateBounded<LiveSignal>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
    );

    public ChannelReader<LiveSignal> Signals => _signals.Reader;

    public void Notify(LiveSignal signal) => _signals.Writer.TryWrite(signal);

    /// <summary>The conversation is over: after the signals so far there are no more.</summary>
    public void End() => _signals.Writer.TryComplete();

    public void Dispose() => leave(this);
}
