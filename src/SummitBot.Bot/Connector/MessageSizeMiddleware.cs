using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace SummitBot.Bot.Connector;

/// <summary>Keeps what a turn sends below the size that Teams takes, in the response to the request too.</summary>
internal sealed class MessageSizeMiddleware : IMiddleware
{
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        turnContext.OnSendActivities(
            (_, activities, send) =>
            {
                for (int i = 0; i < activities.Count; i++)
                {
                    activities[i] = MessageSize.Fit(activities[i]);
                }

                return send();
            }
        );
        turnContext.OnUpdateActivity(
            (_, activity, update) =>
            {
                Activity fitting = MessageSize.Fit(activity);
                (activity.Text, activity.Entities) = (fitting.Text, fitting.Entities);
                return update();
            }
        );
        return next(cancellationToken);
    }
}
