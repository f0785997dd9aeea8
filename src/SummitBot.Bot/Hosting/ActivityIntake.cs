using System.Security.Claims;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using SummitBot.Bot.Authentication;
using SummitBot.Bot.Authentication.Callers;

namespace SummitBot.Bot.Hosting;

/// <summary>Accepts activities for the bot: each once, and those of one conversation in order.</summary>
public sealed class ActivityIntake
{
    private readonly RecentActivities _recent;
    private readonly TurnWorkers _workers;
    private readonly ChannelAuthentication _authentication;

    internal ActivityIntake(RecentActivities recent, TurnWorkers workers, ChannelAuthentication authentication)
    {
        _recent = recent;
        _workers = workers;
        _authentication = authentication;
    }

    /// <summary>Accepts an activity of a channel in this host, which has authenticated its caller.</summary>
    public ActivityIntakeResult TryAccept(ClaimsIdentity identity, Activity activity) =>
        TryAccept(
            _authentication.CreateResult(
                new AuthenticatedCaller(identity, _authentication.GetOriginatingAudience(), CallerId: null)
            ),
            activity,
            typeof(IBot),
            reply: null
        );

    internal ActivityIntakeResult TryAccept(
        AuthenticateRequestResult caller,
        Activity activity,
        Type bot,
        TaskCompletionSource<InvokeResponse?>? reply
    )
    {
        if (!_recent.TryAdd(activity))
        {
            return ActivityIntakeResult.Duplicate;
        }

        if (_workers.TryAccept(new QueuedTurn(caller, activity, bot, reply)))
        {
            return ActivityIntakeResult.Accepted;
        }

        _recent.Remove(activity);
        return ActivityIntakeResult.Busy;
    }
}
