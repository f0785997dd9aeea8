namespace SummitBot.Bot.Activities;

/// <summary>Media types of attachments that have a special meaning.</summary>
public static class AttachmentTypes
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>Teams sends the HTML form of each message as an attachment.</summary>
    public const string Html = "text/html";

    /// <summary>In Teams, a message quoted in a reply.</summary>
    public const string MessageReference = "messageReference";
}
