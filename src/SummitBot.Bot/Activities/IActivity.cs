namespace SummitBot.Bot.Activities;

/// <summary>What every activity has.</summary>
public interface IActivity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or another name that this program does not know.</summary>
    string? Type { get; set; }

    string? Id { get; set; }

    /// <summary>Where answers go.</summary>
    string? ServiceUrl { get; set; }

    DateTimeOffset? Timestamp { get; set; }

    DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>One of <see cref="Channels"/>, or another.</summary>
    string? ChannelId { get; set; }

    ChannelAccount? From { get; set; }

    ConversationAccount? Conversation { get; set; }

    ChannelAccount? Recipient { get; set; }

    string? ReplyToId { get; set; }

    IList<Entity>? Entities { get; set; }

    /// <summary>Read from JSON it is a <see cref="System.Text.Json.JsonElement"/>.</summary>
    object? ChannelData { get; set; }

    IMessageActivity? AsMessageActivity();

    IMessageUpdateActivity? AsMessageUpdateActivity();

    IMessageDeleteActivity? AsMessageDeleteActivity();

    IMessageReactionActivity? AsMessageReactionActivity();

    IConversationUpdateActivity? AsConversationUpdateActivity();

    IInstallationUpdateActivity? AsInstallationUpdateActivity();

    ITypingActivity? AsTypingActivity();

    IEndOfConversationActivity? AsEndOfConversationActivity();

    IEventActivity? AsEventActivity();

    IInvokeActivity? AsInvokeActivity();

    /// <summary>Where this activity was said.</summary>
    ConversationReference GetConversationReference();
}
