using System.Text.Json;
using System.Text.Json.Nodes;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Teams;

namespace SummitBot.Bot.DirectLine;

/// <summary>Thumbs as Microsoft's Web Chat shows them: actions in the message, and an event with the chosen one.</summary>
/// <param name="IsLike">Up, not down.</param>
/// <param name="Comment">What was written to it; null when nothing was.</param>
public sealed record WebChatFeedback(bool IsLike, string? Comment)
{
    /// <summary>The name of the event.</summary>
    public const string EventName = "webchat:activity-status/feedback";

    private const string LikeAction = "LikeAction";
    private const string DislikeAction = "DislikeAction";
    private const int LongestComment = 2_000;

    /// <summary>Web Chat says nowhere which message it is about, but gives the action back as it was.</summary>
    private const string AddressOfAnswer = "summitbot:feedback?answer=";

    /// <summary>What was pressed; null when the event is about something else.</summary>
    public static WebChatFeedback? Read(IEventActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.Name != EventName)
        {
            return null;
        }

        var value = activity.Value is JsonElement element ? JsonObject.Create(element) : activity.Value as JsonObject;
        string? reaction = TextOf(value, "reaction") ?? ActionOf(activity);
        string? comment =
            TextOf(value, "comment") is { } said && !string.IsNullOrWhiteSpace(said)
                ? said[..Math.Min(said.Length, LongestComment)]
                : null;
        return reaction switch
        {
            "like" or LikeAction => new WebChatFeedback(IsLike: true, comment),
            "dislike" or DislikeAction => new WebChatFeedback(IsLike: false, comment),
            _ => null,
        };
    }

    /// <summary>The id of the answer that the event is about; null when it is no such event, or does not say.</summary>
    internal static string? AnswerIdOf(Activity activity)
    {
        JsonObject? action =
            activity.Name == EventName
                ? activity.Entities?.FirstOrDefault(e => e.Properties is not null)?.Properties
                : null;
        string? address = TextOf(action?["target"] as JsonObject, "urlTemplate");
        return address?.StartsWith(AddressOfAnswer, StringComparison.Ordinal) == true
            ? Uri.UnescapeDataString(address[AddressOfAnswer.Length..])
            : null;
    }

    /// <summary>Puts thumbs to a message, as it was read, whose channel data asks for feedback.</summary>
    internal static void Offer(Activity message, string answerId)
    {
        bool isWanted = message.ChannelData is JsonObject data && data.ContainsKey("feedbackLoop");
        if (isWanted && message.Entities?.FirstOrDefault(e => e.Type == AiMessage.EntityType)?.Properties is { } said)
        {
            said["potentialAction"] = new JsonArray(ActionOf(LikeAction, answerId), ActionOf(DislikeAction, answerId));
        }
    }

    private static JsonObject ActionOf(string type, string answerId) =>
        new()
        {
            ["@type"] = type,
            ["@id"] = $"_:{type}-{answerId}",
            ["actionStatus"] = "PotentialActionStatus",
            ["target"] = new JsonObject
            {
                ["@type"] = "EntryPoint",
                ["urlTemplate"] = AddressOfAnswer + Uri.EscapeDataString(answerId),
            },
        };

    private static string? ActionOf(IEventActivity activity) =>
        (activity as Activity)?.Entities?.Select(e => TextOf(e.Properties, "@type")).FirstOrDefault(t => t is not null);

    private static string? TextOf(JsonObject? value, string name) =>
        value is not null
        && value.TryGetPropertyValue(name, out JsonNode? node)
        && node is JsonValue text
        && text.TryGetValue(out string? found)
            ? found
            : null;
}
