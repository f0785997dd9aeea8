using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace SummitBot.Bot.Connector;

/// <summary>Keeps the messages of a turn below the size limit of Teams, including those in the HTTP response.</summary>
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
