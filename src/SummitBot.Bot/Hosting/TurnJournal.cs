using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SummitBot.Core.Storage;
using SummitBot.Hosting.Hosts;

namespace SummitBot.Bot.Hosting;

/// <summary>Takes turns that are done with out of the queue in the database; when that is away, once it is back.</summary>
internal sealed partial class TurnJournal(IActivityQueue? queue, ILogger<TurnJournal> logger)
{
    private readonly ConcurrentQueue<long> _unfinished = new();

    public async Task CompleteAsync(QueuedTurn turn)
    {
        if (queue is null || turn.Delivery is not { } delivery)
        {
            return;
        }

        try
        {
            await queue.CompleteAsync(delivery.Number, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // The worker goes on, whatever it was. Nothing is sent twice for it meanwhile: this host still owns it.
            _unfinished.Enqueue(delivery.Number);
            LogUnfinished(logger, exception);
        }
    }

    /// <exception cref="StorageUnavailableException">The database is still away.</exception>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        while (_unfinished.TryPeek(out long number))
        {
            await queue!.CompleteAsync(number, cancellationToken);
            _unfinished.TryDequeue(out _);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A turn is done with, and the database does not know yet")]
    private static partial void LogUnfinished(ILogger logger, Exception exception);
}
