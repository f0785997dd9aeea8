namespace SummitBot.Bot.Activities;

/// <summary>How <see cref="Activity.Text"/> is marked up; markdown when not said.</summary>
public static class TextFormatTypes
{
    public const string Markdown = "markdown";
    public const string Plain = "plain";
    public const string Xml = "xml";
}
