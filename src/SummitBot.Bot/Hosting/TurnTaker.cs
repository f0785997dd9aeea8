using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SummitBot.Bot.Authentication;
using SummitBot.Core.Storage;
using SummitBot.Hosting.Hosts;

namespace SummitBot.Bot.Hosting;

/// <summary>
/// Keeps this host's lease on what it has accepted, and takes what other hosts leave to it: the next activities of
/// conversations that it answers, and all that a lost host had accepted.
/// </summary>
internal sealed partial class TurnTaker(
    IServiceProvider services,
    TurnWorkers workers,
    TurnJournal journal,
    ChannelAuthentication authentication,
    TimeProvider time,
    ILogger<TurnTaker> logger
) : BackgroundService
{
    /// <summary>Far below the shortest lease.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (services.GetService<IActivityQueue>() is not { } queue)
        {
            return;
        }

        using var arrived = new SemaphoreSlim(0);
        queue.SubscribeToArrivals(() => arrived.Release());
        while (true)
        {
            await TakeAsync(queue, stoppingToken);
            await WaitAsync(arrived, stoppingToken);
        }
    }

    private async Task TakeAsync(IActivityQueue queue, CancellationToken cancellationToken)
    {
        try
        {
            await journal.CatchUpAsync(cancellationToken);
            foreach (TakenActivity taken in await queue.TakeAsync(cancellationToken))
            {
                QueuedTurn? turn = TurnPayload.Read(taken.Payload, authentication);
                var delivery = new TurnDelivery(queue, taken.Number, taken.Key);
                if (turn is null || !workers.TryAccept(turn with { Delivery = delivery }))
                {
                    LogNotTaken(logger);
                }
            }
        }
        catch (StorageUnavailableException)
        {
            // The stores have said so in the log; what waits in the database waits.
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(logger, exception);
        }
    }

    private async Task WaitAsync(SemaphoreSlim arrived, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Pause, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await arrived.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time to look by ourselves.
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "An accepted activity waits for another host: this one stops, has no room, or does not know its bot"
    )]
    private static partial void LogNotTaken(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "Accepted activities could not be taken from the database")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
