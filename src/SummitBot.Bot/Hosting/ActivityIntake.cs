using System.Globalization;
using System.Security.Claims;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SummitBot.Bot.Authentication;
using SummitBot.Bot.Authentication.Callers;
using SummitBot.Core.Storage;
using SummitBot.Hosting.Hosts;

namespace SummitBot.Bot.Hosting;

/// <summary>
/// Accepts activities for the bot: each once, and those of one conversation in order. With a queue in the database,
/// they survive this host, and other hosts answer them.
/// </summary>
public sealed class ActivityIntake
{
    private readonly RecentActivities _recent;
    private readonly TurnWorkers _workers;
    private readonly ChannelAuthentication _authentication;
    private readonly IActivityQueue? _queue;
    private readonly int _maxWaiting;

    internal ActivityIntake(
        RecentActivities recent,
        TurnWorkers workers,
        ChannelAuthentication authentication,
        IActivityQueue? queue,
        int maxWaiting
    )
    {
        _recent = recent;
        _workers = workers;
        _authentication = authentication;
        _queue = queue;
        _maxWaiting = maxWaiting;
    }

    /// <summary>Accepts an activity of a channel in this host, which has authenticated its caller.</summary>
    /// <exception cref="StorageUnavailableException">The shared database is unavailable: the activity may be offered
    /// again.</exception>
    public Task<ActivityIntakeResult> AcceptAsync(
        ClaimsIdentity identity,
        Activity activity,
        CancellationToken cancellationToken
    ) =>
        AcceptAsync(
            new QueuedTurn(
                _authentication.CreateResult(
                    new AuthenticatedCaller(identity, _authentication.GetOriginatingAudience(), CallerId: null)
                ),
                activity,
                typeof(IBot)
            ),
            cancellationToken
        );

    internal async Task<ActivityIntakeResult> AcceptAsync(QueuedTurn turn, CancellationToken cancellationToken)
    {
        if (!_recent.TryAdd(turn.Activity))
        {
            return ActivityIntakeResult.Duplicate;
        }

        var result = ActivityIntakeResult.Busy;
        try
        {
            result = await EnqueueAsync(turn, cancellationToken);
        }
        finally
        {
            if (result == ActivityIntakeResult.Busy)
            {
                _recent.Remove(turn.Activity);
            }
        }

        return result;
    }

    private async Task<ActivityIntakeResult> EnqueueAsync(QueuedTurn turn, CancellationToken cancellationToken)
    {
        if (_queue is null)
        {
            return AcceptInMemory(turn);
        }

        string key =
            RecentActivities.FindKey(turn.Activity)?.ToString("x32", CultureInfo.InvariantCulture)
            ?? Guid.NewGuid().ToString("N");
        EnqueuedActivity enqueued;
        try
        {
            enqueued = await _queue.EnqueueAsync(
                new AcceptedActivity(
                    key,
                    turn.Conversation.Channel,
                    turn.Conversation.Id,
                    turn.Activity.From?.Id ?? "",
                    TurnPayload.Write(turn),
                    turn.Reply is not null
                ),
                _maxWaiting,
                cancellationToken
            );
        }
        catch (StorageUnavailableException) when (!_queue.IsShared)
        {
            // A single host continues without its database.
            return AcceptInMemory(turn);
        }

        switch (enqueued.Outcome)
        {
            case EnqueueOutcome.Duplicate:
                return ActivityIntakeResult.Duplicate;
            case EnqueueOutcome.Full:
                return ActivityIntakeResult.Busy;
            case EnqueueOutcome.ForAnotherHost when turn.Reply is null:
                return ActivityIntakeResult.Accepted;
            case EnqueueOutcome.Own
                when _workers.TryAccept(turn with { Delivery = new TurnDelivery(_queue, enqueued.Number, key) }):
                return ActivityIntakeResult.Accepted;
            default:
                await _queue.WithdrawAsync(enqueued.Number, CancellationToken.None);
                return ActivityIntakeResult.Busy;
        }
    }

    private ActivityIntakeResult AcceptInMemory(QueuedTurn turn) =>
        _workers.TryAccept(turn) ? ActivityIntakeResult.Accepted : ActivityIntakeResult.Busy;
}

/// <summary>The result of offering an activity to the bot.</summary>
public enum ActivityIntakeResult
{
    /// <summary>The bot will process it.</summary>
    Accepted,

    /// <summary>The same activity came before and was accepted.</summary>
    Duplicate,

    /// <summary>Too many turns are waiting, or the host is stopping: it may be offered again.</summary>
    Busy,
}
