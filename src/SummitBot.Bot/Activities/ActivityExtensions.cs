using System.Text;
using System.Text.RegularExpressions;

namespace SummitBot.Bot.Activities;

/// <summary>Takes mentions out of the text: by the entities that name them, never by guessing.</summary>
public static partial class ActivityExtensions
{
    /// <summary>Takes the mentions of the recipient, the bot, out of <see cref="Activity.Text"/>, and gives the text.</summary>
    public static string? RemoveRecipientMention(this IMessageActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Recipient?.Id is { Length: > 0 } id ? activity.RemoveMentionText(id) : activity.Text;
    }

    /// <summary>Takes the mentions of an account out of <see cref="Activity.Text"/>, and gives the text.</summary>
    public static string? RemoveMentionText(this IMessageActivity activity, string id)
    {
        ArgumentNullException.ThrowIfNull(activity);
        foreach (Mention mention in activity.GetMentions().Where(m => m.Mentioned?.Id == id))
        {
            if (activity.Text is not { Length: > 0 } text)
            {
                break;
            }

            // Without a text of its own the entity can only mean the mark-up with the account's name.
            string name = string.IsNullOrEmpty(mention.Text) ? $"<at>{mention.Mentioned?.Name}</at>" : mention.Text;
            activity.Text = Spaces().Replace(Without(text, name), " ").Trim();
        }

        return activity.Text;
    }

    private static string Without(string text, string name)
    {
        int at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return text;
        }

        var rest = new StringBuilder(text.Length);
        int from = 0;
        for (; at >= 0; at = text.IndexOf(name, from, StringComparison.OrdinalIgnoreCase))
        {
            rest.Append(text, from, at - from).Append(' ');
            from = at + name.Length;
        }

        return rest.Append(text, from, text.Length - from).ToString();
    }

    [GeneratedRegex(@"[ \t]{2,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Spaces();
}
