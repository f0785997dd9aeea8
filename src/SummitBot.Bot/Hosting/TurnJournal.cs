using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SummitBot.Core.Storage;
using SummitBot.Hosting.Hosts;

namespace SummitBot.Bot.Hosting;

/// <summary>
/// Removes finished turns from the queue in the database; when the database is unavailable, once it is back.
/// </summary>
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
            // The worker continues after any error. Nothing is sent twice meanwhile, because this host still owns the
            // activity.
            _unfinished.Enqueue(delivery.Number);
            LogUnfinished(logger, exception);
        }
    }

    /// <exception cref="StorageUnavailableException">The database is still unavailable.</exception>
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
