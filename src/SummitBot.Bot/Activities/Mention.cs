namespace SummitBot.Bot.Activities;

/// <summary>Somebody who is named in the text.</summary>
public sealed class Mention() : Entity(EntityType)
{
    public const string EntityType = "mention";

    public ChannelAccount? Mentioned { get; set; }

    /// <summary>The piece of the text that names the account, for example <c>&lt;at&gt;SummitBot&lt;/at&gt;</c>.</summary>
    public string? Text { get; set; }
}
