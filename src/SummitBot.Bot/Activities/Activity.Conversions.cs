using System.Text.Json;

namespace SummitBot.Bot.Activities;

/// <summary>The activity seen as one of its type, and its place in the conversation.</summary>
public sealed partial class Activity
{
    public static IMessageActivity CreateMessageActivity() =>
        new Activity(ActivityTypes.Message) { Attachments = [], Entities = [] };

    public static ITypingActivity CreateTypingActivity() => new Activity(ActivityTypes.Typing);

    public static IEventActivity CreateEventActivity() => new Activity(ActivityTypes.Event);

    public static IInvokeActivity CreateInvokeActivity() => new Activity(ActivityTypes.Invoke);

    public static IEndOfConversationActivity CreateEndOfConversationActivity() =>
        new Activity(ActivityTypes.EndOfConversation);

    public static IConversationUpdateActivity CreateConversationUpdateActivity() =>
        new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [], MembersRemoved = [] };

    /// <summary>A message to the sender of this one.</summary>
    public Activity CreateReply(string? text = null, string? locale = null)
    {
        var reply = new Activity(ActivityTypes.Message)
        {
            Text = text ?? "",
            Attachments = [],
            Entities = [],
        };
        reply.ApplyConversationReference(GetConversationReference());
        reply.Locale = locale ?? Locale;
        return reply;
    }

    public IMessageActivity? AsMessageActivity() => IsActivity(ActivityTypes.Message) ? this : null;

    public IMessageUpdateActivity? AsMessageUpdateActivity() => IsActivity(ActivityTypes.MessageUpdate) ? this : null;

    public IMessageDeleteActivity? AsMessageDeleteActivity() => IsActivity(ActivityTypes.MessageDelete) ? this : null;

    public IMessageReactionActivity? AsMessageReactionActivity() =>
        IsActivity(ActivityTypes.MessageReaction) ? this : null;

    public IConversationUpdateActivity? AsConversationUpdateActivity() =>
        IsActivity(ActivityTypes.ConversationUpdate) ? this : null;

    public IInstallationUpdateActivity? AsInstallationUpdateActivity() =>
        IsActivity(ActivityTypes.InstallationUpdate) ? this : null;

    public ITypingActivity? AsTypingActivity() => IsActivity(ActivityTypes.Typing) ? this : null;

    public IEndOfConversationActivity? AsEndOfConversationActivity() =>
        IsActivity(ActivityTypes.EndOfConversation) ? this : null;

    public IEventActivity? AsEventActivity() => IsActivity(ActivityTypes.Event) ? this : null;

    public IInvokeActivity? AsInvokeActivity() => IsActivity(ActivityTypes.Invoke) ? this : null;

    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text)
        || !string.IsNullOrWhiteSpace(Summary)
        || Attachments is { Count: > 0 }
        || ChannelData is not null;

    public Mention[] GetMentions() =>
        [
            .. (Entities ?? [])
                .Where(e => string.Equals(e.Type, Mention.EntityType, StringComparison.OrdinalIgnoreCase))
                .Select(AsMention)
                .OfType<Mention>(),
        ];

    public ConversationReference GetConversationReference() =>
        new()
        {
            ActivityId = Id,
            User = From,
            Bot = Recipient,
            Conversation = Conversation,
            ChannelId = ChannelId,
            Locale = Locale,
            ServiceUrl = ServiceUrl,
        };

    /// <summary>The place in the conversation of an activity that was just sent.</summary>
    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ConversationReference reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    /// <summary>Addresses this activity to a place in a conversation.</summary>
    /// <param name="isIncoming">It is to look as if the user had sent it.</param>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;
        if (isIncoming)
        {
            From = reference.User;
            Recipient = reference.Bot;
            Id = reference.ActivityId ?? Id;
            return this;
        }

        From = reference.Bot;
        Recipient = reference.User;
        ReplyToId = reference.ActivityId ?? ReplyToId;
        return this;
    }

    /// <summary>Null for an entity that only calls itself a mention.</summary>
    private static Mention? AsMention(Entity entity)
    {
        try
        {
            return entity as Mention ?? entity.GetAs<Mention>();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsActivity(string type) =>
        Type is not null
        && Type.StartsWith(type, StringComparison.OrdinalIgnoreCase)
        && (Type.Length == type.Length || Type[type.Length] == '/');
}
