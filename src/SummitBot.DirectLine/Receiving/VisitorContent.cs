using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SummitBot.Bot.Activities;

namespace SummitBot.DirectLine.Receiving;

/// <summary>
/// Reduces a large activity to what the bot and the clients use, because visitors are not trusted and storage is
/// limited.
/// </summary>
internal static class VisitorContent
{
    /// <summary>A smaller activity is stored unchanged. In UTF-16 units of its JSON.</summary>
    public const int MaxCharacters = 8_192;

    /// <summary>Twice the maximum length of a question, so that the bot can see that it is too long.</summary>
    private const int MaxTextLength = 4_000;

    private const int MaxNameLength = 200;

    public static void Trim(Activity activity)
    {
        if (ActivityJson.Serialize(activity).Length <= MaxCharacters)
        {
            return;
        }

        activity.Text = Cut(activity.Text, MaxTextLength);
        activity.Name = Cut(activity.Name, MaxNameLength);
        activity.Locale = Cut(activity.Locale, MaxNameLength);
        activity.TextFormat = Cut(activity.TextFormat, MaxNameLength);
        activity.ReplyToId = Cut(activity.ReplyToId, MaxNameLength);
        activity.ChannelData = ChannelAddress.ReadClientActivityId(activity) is { } id
            ? new JObject { ["clientActivityID"] = id }
            : null;
        if (ActivityJson.Serialize(activity).Length <= MaxCharacters)
        {
            return;
        }

        (activity.Value, activity.Entities, activity.SuggestedActions) = (null, null, null);
        (activity.Speak, activity.Summary, activity.InputHint, activity.Label) = (null, null, null, null);
        (activity.Code, activity.TopicName, activity.Importance, activity.ValueType) = (null, null, null, null);
        (activity.Action, activity.AttachmentLayout, activity.LocalTimezone) = (null, null, null);
        (activity.ListenFor, activity.TextHighlights, activity.SemanticAction) = (null, null, null);
        (activity.ReactionsAdded, activity.ReactionsRemoved) = (null, null);
        activity.From.Properties = [];
        activity.Properties = [];
        // The bot needs to know that there were files, not what is in them.
        activity.Attachments =
            activity.Attachments?.Count > 0
                ? [new Attachment { ContentType = Cut(activity.Attachments[0].ContentType, MaxNameLength) }]
                : null;
    }

    private static string? Cut(string? text, int length) =>
        text is null || text.Length <= length ? text
        : char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)]
        : text[..length];
}
