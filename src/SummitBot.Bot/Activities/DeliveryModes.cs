namespace SummitBot.Bot.Activities;

/// <summary>How the replies to an activity are to travel, in <see cref="Activity.DeliveryMode"/>.</summary>
public static class DeliveryModes
{
    public const string Normal = "normal";
    public const string Notification = "notification";

    /// <summary>In the response to the request that brought the activity.</summary>
    public const string ExpectReplies = "expectReplies";
    public const string Ephemeral = "ephemeral";
}
