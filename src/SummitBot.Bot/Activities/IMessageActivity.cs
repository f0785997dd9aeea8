namespace SummitBot.Bot.Activities;

/// <summary>Something said.</summary>
public interface IMessageActivity : IActivity
{
    string? Locale { get; set; }

    string? Text { get; set; }

    string? Speak { get; set; }

    string? InputHint { get; set; }

    string? Summary { get; set; }

    string? TextFormat { get; set; }

    string? AttachmentLayout { get; set; }

    IList<Attachment>? Attachments { get; set; }

    SuggestedActions? SuggestedActions { get; set; }

    string? Importance { get; set; }

    string? DeliveryMode { get; set; }

    DateTimeOffset? Expiration { get; set; }

    object? Value { get; set; }

    /// <summary>True when there is text, a summary, an attachment or channel data.</summary>
    bool HasContent();

    /// <summary>Who is named in the text; empty when nobody is.</summary>
    Mention[] GetMentions();
}
