using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummitBot.Bot.Settings;
using SummitBot.Core.Conversations;
using SummitBot.Core.Telemetry;

namespace SummitBot.Bot.Hosting;

/// <summary>
/// Runs the turns of activities that were acknowledged already. When the host stops, it finishes what it accepted; what
/// would take longer than the host waits is broken off, and each user is told.
/// </summary>
internal sealed partial class TurnWorkers(
    HardenedCloudAdapter adapter,
    IServiceScopeFactory scopes,
    IOptions<BotOptions> options,
    IOptions<HostOptions> host,
    TurnJournal journal,
    TimeProvider time,
    ILogger<TurnWorkers> logger
) : BackgroundService
{
    /// <summary>The end of the host's patience that is kept for telling users.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly TurnQueue _queue = new(options.Value.QueueLength);
    private readonly SemaphoreSlim _callers = new(options.Value.Workers);
    private readonly CancellationTokenSource _breakOff = new();

    /// <summary>False when too many turns wait already.</summary>
    public bool TryAccept(QueuedTurn turn) => _queue.TryEnqueue(turn);

    /// <summary>
    /// Runs a turn whose response a caller waits for, beside those of its conversation; null when too many run already.
    /// </summary>
    public async Task<InvokeResponse?> TryRunNowAsync(QueuedTurn turn, CancellationToken cancellationToken)
    {
        if (!await _callers.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return null;
        }

        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _breakOff.Token);
            return await RunAsync(turn, either.Token)
                ?? new InvokeResponse { Status = StatusCodes.Status500InternalServerError };
        }
        finally
        {
            _callers.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Close();
        TimeSpan timeout = host.Value.ShutdownTimeout - Farewell;
        using var limit = new CancellationTokenSource(timeout > TimeSpan.Zero ? timeout : TimeSpan.Zero, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await _queue.Emptied.WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            LogBrokenOff(logger);
            await _breakOff.CancelAsync();
        }

        if (ExecuteTask is { } workers)
        {
            await workers.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _callers.Dispose();
        _breakOff.Dispose();
        base.Dispose();
    }

    /// <summary>The workers end with the queue, not with the host's signal to stop.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            Enumerable.Range(0, options.Value.Workers).Select(_ => Task.Run(RunAsync, CancellationToken.None))
        );

    private async Task RunAsync()
    {
        await foreach (ConversationKey conversation in _queue.ReadyAsync(CancellationToken.None))
        {
            QueuedTurn turn = _queue.Take(conversation);
            try
            {
                // In a statement of its own: behind the question mark it would not run for a turn without a waiting caller.
                InvokeResponse? response = await RunAsync(turn, _breakOff.Token);
                turn.Reply?.TrySetResult(response);
            }
            finally
            {
                turn.Reply?.TrySetResult(null);
                await journal.CompleteAsync(turn);
                _queue.Complete(conversation);
            }
        }
    }

    /// <summary>The turn's response; null when there is none, or the turn failed, which is logged and told.</summary>
    private async Task<InvokeResponse?> RunAsync(QueuedTurn turn, CancellationToken cancellationToken)
    {
        using Activity? span = Instruments.Source.StartActivity("turn", ActivityKind.Consumer, turn.Origin);
        span?.SetTag("summitbot.channel", turn.Conversation.Channel);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TurnSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            var bot = (IBot)scope.ServiceProvider.GetRequiredService(turn.Bot);
            return await adapter.RunTurnAsync(turn.Caller, turn.Activity, bot.OnTurnAsync, turn.Delivery, either.Token);
        }
        catch (Exception exception)
        {
            // The adapter has logged and told what went wrong in the turn; this is what went wrong in that.
            LogLost(logger, exception);
            span?.SetStatus(ActivityStatusCode.Error);
            return null;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The host stops before all turns are done: users are told to ask again"
    )]
    private static partial void LogBrokenOff(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed, and so did telling the user")]
    private static partial void LogLost(ILogger logger, Exception exception);
}
