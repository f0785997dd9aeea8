using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Turns;

/// <summary>One activity that came in, and the means to answer it.</summary>
public interface ITurnContext
{
    BotAdapter Adapter { get; }

    TurnContextStateCollection TurnState { get; }

    Activity Activity { get; }

    /// <summary>True once something but a trace was sent.</summary>
    bool Responded { get; }

    Task<ResourceResponse?> SendActivityAsync(
        string textReplyToSend,
        string? speak = null,
        string? inputHint = InputHints.AcceptingInput,
        CancellationToken cancellationToken = default
    );

    /// <exception cref="ErrorResponseException">The channel refused it, or could not be reached.</exception>
    Task<ResourceResponse?> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    /// <returns>As many as activities, in their order.</returns>
    /// <exception cref="ErrorResponseException">The channel refused one, or could not be reached.</exception>
    Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default);

    /// <param name="activity">Takes the place of the one with its <see cref="IActivity.Id"/>.</param>
    /// <exception cref="ErrorResponseException">The channel refused it, or could not be reached.</exception>
    Task<ResourceResponse?> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    /// <exception cref="ErrorResponseException">The channel refused it, or could not be reached.</exception>
    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);

    /// <exception cref="ErrorResponseException">The channel refused it, or could not be reached.</exception>
    Task DeleteActivityAsync(
        ConversationReference conversationReference,
        CancellationToken cancellationToken = default
    );

    ITurnContext OnSendActivities(SendActivitiesHandler handler);

    ITurnContext OnUpdateActivity(UpdateActivityHandler handler);

    ITurnContext OnDeleteActivity(DeleteActivityHandler handler);
}
