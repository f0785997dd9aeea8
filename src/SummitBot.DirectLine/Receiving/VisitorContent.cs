using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SummitBot.Bot.Activities;

namespace SummitBot.DirectLine.Receiving;

/// <summary>Keeps of a large activity what the bot and the clients use; visitors are strangers, and the store is finite.</summary>
internal static class VisitorContent
{
    /// <summary>A smaller activity is kept as it is. In UTF-16 units of its JSON.</summary>
    public const int MaxCharacters = 8_192;

    /// <summary>Twice the longest question: the bot has to see that it is too long.</summary>
    private const int LongestText = 4_000;

    private const int LongestName = 200;

    public static void Trim(Activity activity)
    {
        if (ActivityJson.Serialize(activity).Length <= MaxCharacters)
        {
            return;
        }

        activity.Text = Cut(activity.Text, LongestText);
        activity.Name = Cut(activity.Name, LongestName);
        activity.Locale = Cut(activity.Locale, LongestName);
        activity.TextFormat = Cut(activity.TextFormat, LongestName);
        activity.ReplyToId = Cut(activity.ReplyToId, LongestName);
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
        // That files came is of use, what is in them is not.
        activity.Attachments =
            activity.Attachments?.Count > 0
                ? [new Attachment { ContentType = Cut(activity.Attachments[0].ContentType, LongestName) }]
                : null;
    }

    private static string? Cut(string? text, int length) =>
        text is null || text.Length <= length ? text
        : char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)]
        : text[..length];
}
