using System.Threading.Channels;
using SummitBot.Core.Conversations;
using SummitBot.Core.Telemetry;

namespace SummitBot.Bot.Hosting;

/// <summary>
/// Turns that wait, in a lane for each conversation: those of one conversation come out one after the other, each after the
/// former was completed, those of different conversations side by side and in turn.
/// </summary>
internal sealed class TurnQueue(int length)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationKey, Queue<QueuedTurn>> _lanes = [];
    private readonly Channel<ConversationKey> _ready = Channel.CreateUnbounded<ConversationKey>();
    private readonly TaskCompletionSource _emptied = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;
    private bool _isClosed;

    /// <summary>Ends when the queue is closed and every turn was completed.</summary>
    public Task Emptied => _emptied.Task;

    /// <summary>False when the queue is full or closed.</summary>
    public bool TryEnqueue(QueuedTurn turn)
    {
        ConversationKey key = turn.Conversation;
        lock (_gate)
        {
            if (_isClosed || _waiting >= length)
            {
                return false;
            }

            _waiting++;
            Instruments.CountWaiting(1);
            if (_lanes.TryGetValue(key, out Queue<QueuedTurn>? lane))
            {
                lane.Enqueue(turn);
                return true;
            }

            _lanes[key] = new Queue<QueuedTurn>([turn]);
        }

        return _ready.Writer.TryWrite(key);
    }

    /// <summary>The conversations whose next turn may be taken now; ends when the queue is closed and empty.</summary>
    public IAsyncEnumerable<ConversationKey> ReadyAsync(CancellationToken cancellationToken) =>
        _ready.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Takes the next turn of a conversation that was ready.</summary>
    public QueuedTurn Take(ConversationKey conversation)
    {
        lock (_gate)
        {
            _waiting--;
            Instruments.CountWaiting(-1);
            return _lanes[conversation].Dequeue();
        }
    }

    /// <summary>Says that the turn which was taken is done with, so that the conversation's next one is ready.</summary>
    public void Complete(ConversationKey conversation)
    {
        lock (_gate)
        {
            if (_lanes[conversation].Count > 0)
            {
                _ready.Writer.TryWrite(conversation);
                return;
            }

            _lanes.Remove(conversation);
            EndWhenEmpty();
        }
    }

    /// <summary>Takes no more turns in; those that wait still come out.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            EndWhenEmpty();
        }
    }

    private void EndWhenEmpty()
    {
        if (_isClosed && _lanes.Count == 0)
        {
            _ready.Writer.TryComplete();
            _emptied.TrySetResult();
        }
    }
}
