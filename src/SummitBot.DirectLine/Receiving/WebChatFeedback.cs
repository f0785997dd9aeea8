using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SummitBot.Bot.Teams;

namespace SummitBot.DirectLine.Receiving;

/// <summary>
/// Thumbs as Microsoft's Web Chat shows them: actions in the message, and an event with the chosen one.
/// </summary>
/// <param name="IsLike">Up, not down.</param>
/// <param name="Comment">The user's comment; null when there is none.</param>
public sealed record WebChatFeedback(bool IsLike, string? Comment)
{
    /// <summary>The name of the event.</summary>
    public const string EventName = "webchat:activity-status/feedback";

    private const string LikeAction = "LikeAction";
    private const string DislikeAction = "DislikeAction";
    private const int MaxCommentLength = 2_000;

    /// <summary>Web Chat does not name the message in the event, but returns the action unchanged.</summary>
    private const string AddressOfAnswer = "summitbot:feedback?answer=";

    /// <summary>The chosen action; null when the event is about something else.</summary>
    public static WebChatFeedback? Read(IEventActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.Name != EventName)
        {
            return null;
        }

        var value = activity.Value as JObject;
        string? reaction = ReadText(value, "reaction") ?? ReadAction(activity);
        string? comment =
            ReadText(value, "comment") is { } said && !string.IsNullOrWhiteSpace(said)
                ? said[..Math.Min(said.Length, MaxCommentLength)]
                : null;
        return reaction switch
        {
            "like" or LikeAction => new WebChatFeedback(IsLike: true, comment),
            "dislike" or DislikeAction => new WebChatFeedback(IsLike: false, comment),
            _ => null,
        };
    }

    /// <summary>
    /// The id of the answer that the event is about; null when it is another event, or when the id is missing.
    /// </summary>
    internal static string? ReadAnswerId(Activity activity)
    {
        JObject? action =
            activity.Name == EventName
                ? activity.Entities?.FirstOrDefault(e => e.Properties is { Count: > 0 })?.Properties
                : null;
        string? address = ReadText(action?["target"] as JObject, "urlTemplate");
        return address?.StartsWith(AddressOfAnswer, StringComparison.Ordinal) == true
            ? Uri.UnescapeDataString(address[AddressOfAnswer.Length..])
            : null;
    }

    /// <summary>Adds thumbs to a message whose channel data asks for feedback.</summary>
    /// <param name="message">The activity as its JSON.</param>
    internal static void Offer(JObject message, string answerId)
    {
        bool isWanted = message["channelData"] is JObject data && data.ContainsKey("feedbackLoop");
        JObject? said = isWanted
            ? message["entities"]?.OfType<JObject>().FirstOrDefault(e => (string?)e["type"] == AiMessage.EntityType)
            : null;
        if (said is not null)
        {
            said["potentialAction"] = new JArray(
                CreateAction(LikeAction, answerId),
                CreateAction(DislikeAction, answerId)
            );
        }
    }

    private static JObject CreateAction(string type, string answerId) =>
        new()
        {
            ["@type"] = type,
            ["@id"] = $"_:{type}-{answerId}",
            ["actionStatus"] = "PotentialActionStatus",
            ["target"] = new JObject
            {
                ["@type"] = "EntryPoint",
                ["urlTemplate"] = AddressOfAnswer + Uri.EscapeDataString(answerId),
            },
        };

    private static string? ReadAction(IEventActivity activity) =>
        (activity as Activity)
            ?.Entities?.Select(e => ReadText(e.Properties, "@type"))
            .FirstOrDefault(t => t is not null);

    private static string? ReadText(JObject? value, string name) =>
        value?[name] is JValue { Type: JTokenType.String } text ? (string?)text : null;
}
