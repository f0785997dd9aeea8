using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Turns;

/// <summary>A turn on an adapter: addresses what the bot sends, and lets handlers see it before the adapter does.</summary>
public sealed class TurnContext(BotAdapter adapter, Activity activity) : ITurnContext, IDisposable
{
    private readonly List<SendActivitiesHandler> _onSend = [];
    private readonly List<UpdateActivityHandler> _onUpdate = [];
    private readonly List<DeleteActivityHandler> _onDelete = [];

    public BotAdapter Adapter { get; } = adapter;

    public TurnContextStateCollection TurnState { get; } = [];

    public Activity Activity { get; } = activity;

    public bool Responded { get; private set; }

    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        _onSend.Add(handler);
        return this;
    }

    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler)
    {
        _onUpdate.Add(handler);
        return this;
    }

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler)
    {
        _onDelete.Add(handler);
        return this;
    }

    public Task<ResourceResponse?> SendActivityAsync(
        string textReplyToSend,
        string? speak = null,
        string? inputHint = InputHints.AcceptingInput,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(textReplyToSend);
        return SendActivityAsync(MessageFactory.Text(textReplyToSend, speak, inputHint), cancellationToken);
    }

    public async Task<ResourceResponse?> SendActivityAsync(
        IActivity activity,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(activity);
        ResourceResponse[] responses = await SendActivitiesAsync([activity], cancellationToken);
        return responses.FirstOrDefault();
    }

    public Task<ResourceResponse[]> SendActivitiesAsync(
        IActivity[] activities,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(activities);
        ConversationReference reference = Activity.GetConversationReference();
        var addressed = new List<Activity>(activities.Length);
        foreach (Activity outgoing in activities.Cast<Activity>())
        {
            outgoing.ApplyConversationReference(reference);
            if (outgoing.Type == ActivityTypes.Message)
            {
                outgoing.InputHint ??= InputHints.AcceptingInput;
            }

            addressed.Add(outgoing);
        }

        return SendFromAsync(0, addressed, cancellationToken);
    }

    public Task<ResourceResponse?> UpdateActivityAsync(
        IActivity activity,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(activity);
        Activity update = ((Activity)activity).ApplyConversationReference(Activity.GetConversationReference());
        return UpdateFromAsync(0, update, cancellationToken);
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(activityId);
        ConversationReference reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteActivityAsync(reference, cancellationToken);
    }

    public Task DeleteActivityAsync(
        ConversationReference conversationReference,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(conversationReference);
        return DeleteFromAsync(0, conversationReference, cancellationToken);
    }

    public void Dispose() => TurnState.Dispose();

    private async Task<ResourceResponse[]> SendFromAsync(int index, List<Activity> activities, CancellationToken token)
    {
        if (index < _onSend.Count)
        {
            return await _onSend[index](this, activities, () => SendFromAsync(index + 1, activities, token));
        }

        if (activities.Count == 0)
        {
            return [];
        }

        ResourceResponse[] responses = await Adapter.SendActivitiesAsync(this, [.. activities], token);
        Responded |= activities.Exists(a => a.Type != ActivityTypes.Trace);
        return responses;
    }

    private Task<ResourceResponse?> UpdateFromAsync(int index, Activity update, CancellationToken token) =>
        index < _onUpdate.Count
            ? _onUpdate[index](this, update, () => UpdateFromAsync(index + 1, update, token))
            : Adapter.UpdateActivityAsync(this, update, token);

    private Task DeleteFromAsync(int index, ConversationReference reference, CancellationToken token) =>
        index < _onDelete.Count
            ? _onDelete[index](this, reference, () => DeleteFromAsync(index + 1, reference, token))
            : Adapter.DeleteActivityAsync(this, reference, token);
}
