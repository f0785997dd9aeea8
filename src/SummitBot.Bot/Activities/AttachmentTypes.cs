namespace SummitBot.Bot.Activities;

/// <summary>Media types of attachments that mean something to a bot.</summary>
public static class AttachmentTypes
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>Teams sends each message a second time as HTML.</summary>
    public const string Html = "text/html";

    /// <summary>A message that is quoted in a reply, in Teams.</summary>
    public const string MessageReference = "messageReference";
}
