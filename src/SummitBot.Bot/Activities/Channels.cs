namespace SummitBot.Bot.Activities;

/// <summary>The names of channels, in <see cref="Activity.ChannelId"/>.</summary>
public static class Channels
{
    public const string Msteams = "msteams";
    public const string Directline = "directline";
    public const string DirectlineSpeech = "directlinespeech";
    public const string Emulator = "emulator";
    public const string Webchat = "webchat";
    public const string M365 = "m365extensions";
    public const string Email = "email";
    public const string Slack = "slack";
    public const string Sms = "sms";
    public const string Telegram = "telegram";
    public const string Test = "test";
}
