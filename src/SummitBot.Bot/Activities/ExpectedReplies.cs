namespace SummitBot.Bot.Activities;

/// <summary>The answer to an activity whose <see cref="Activity.DeliveryMode"/> is <see cref="DeliveryModes.ExpectReplies"/>.</summary>
public sealed class ExpectedReplies(IList<Activity>? activities = null)
{
    public IList<Activity> Activities { get; set; } = activities ?? [];

    /// <summary>The body of the response, when the activity was an invoke.</summary>
    public object? Body { get; set; }
}
