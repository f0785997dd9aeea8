using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitBot.Bot.Activities;

/// <summary>A place in a conversation: enough to speak there later.</summary>
public sealed class ConversationReference
{
    public string? ActivityId { get; set; }

    public ChannelAccount? User { get; set; }

    public ChannelAccount? Bot { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public string? ChannelId { get; set; }

    public string? ServiceUrl { get; set; }

    public string? Locale { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>The activity of a turn that the bot itself begins in this conversation.</summary>
    public Activity GetContinuationActivity() =>
        new()
        {
            Type = ActivityTypes.Event,
            Name = ActivityEventNames.ContinueConversation,
            Id = Guid.NewGuid().ToString(),
            ChannelId = ChannelId,
            Locale = Locale,
            ServiceUrl = ServiceUrl,
            Conversation = Conversation,
            Recipient = Bot,
            From = User,
            RelatesTo = this,
        };
}
