using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Connector;

/// <summary>
/// Sends activities to the channel at their <see cref="Activity.ServiceUrl"/>. A refusal, a lost connection and a time-out
/// are results; only the caller's own cancellation throws. Every call has a time limit, for some channels never answer.
/// </summary>
public interface IConnectorClient
{
    /// <summary>Adds the activity at the end of its <see cref="Activity.Conversation"/>.</summary>
    Task<ConnectorResult> SendToConversationAsync(Activity activity, CancellationToken cancellationToken);

    /// <summary>As a reply to the activity <see cref="Activity.ReplyToId"/>, which it must have.</summary>
    Task<ConnectorResult> ReplyToActivityAsync(Activity activity, CancellationToken cancellationToken);

    /// <summary>Puts the activity in the place of the one with its <see cref="Activity.Id"/>, which it must have.</summary>
    Task<ConnectorResult> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken);

    /// <summary>Takes back the activity <see cref="ConversationReference.ActivityId"/>, which it must have.</summary>
    Task<ConnectorResult> DeleteActivityAsync(ConversationReference reference, CancellationToken cancellationToken);
}
