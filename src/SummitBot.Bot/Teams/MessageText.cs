using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Teams;

/// <summary>The words that somebody wrote in a message, without mentions of the bot, mark-up and quoted messages.</summary>
public static partial class MessageText
{
    /// <summary>Empty when the message has no words.</summary>
    public static string From(IMessageActivity message)
    {
        ArgumentNullException.ThrowIfNull(message);
        string text = ReplyIn(message) ?? WithoutMentionsOfRecipient(message);
        string plain = WithoutQuotedLines(Plain(text));
        return Blanks().Replace(plain, " ").Trim();
    }

    /// <summary>Files and cards; not the message itself in HTML, and not a message that it quotes.</summary>
    public static bool HasFiles(IMessageActivity message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return (message.Attachments ?? []).Any(a =>
            a.ContentType is not (AttachmentTypes.Html or AttachmentTypes.MessageReference)
        );
    }

    /// <summary>What was written below a quoted message; null when none is quoted. Only the HTML tells the two apart.</summary>
    private static string? ReplyIn(IMessageActivity message)
    {
        foreach (Attachment attachment in message.Attachments ?? [])
        {
            if (
                attachment is { ContentType: AttachmentTypes.Html, Content: string content }
                && Quotation().Match(content) is { Success: true } quotation
            )
            {
                string rest = content[(quotation.Index + quotation.Length)..];
                rest = Mentions().Replace(rest, " ");
                return Plain(rest).Trim().Length > 0 ? rest : null;
            }
        }

        return null;
    }

    /// <summary>
    /// By the entities that name the recipient, the bot, never by guessing. The SDK's own method throws for entities that
    /// only call themselves mentions.
    /// </summary>
    private static string WithoutMentionsOfRecipient(IMessageActivity message)
    {
        string text = message.Text ?? "";
        if (message.Recipient?.Id is not { Length: > 0 } id)
        {
            return text;
        }

        foreach (Mention mention in ReadMentions(message).Where(m => m.Mentioned?.Id == id))
        {
            // Without a text of its own the entity can only mean the mark-up with the account's name.
            string name = string.IsNullOrEmpty(mention.Text) ? $"<at>{mention.Mentioned.Name}</at>" : mention.Text;
            text = text.Replace(name, " ", StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    private static IEnumerable<Mention> ReadMentions(IMessageActivity message)
    {
        foreach (Entity entity in message.Entities ?? [])
        {
            if (string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase))
            {
                Mention? mention = null;
                try
                {
                    mention = entity.Properties.ToObject<Mention>();
                }
                catch (JsonException)
                {
                    // It only calls itself a mention.
                }

                if (mention is not null)
                {
                    yield return mention;
                }
            }
        }
    }

    private static string Plain(string text)
    {
        string withoutTags = Breaks().Replace(text, "\n");
        withoutTags = Tags().Replace(withoutTags, "");
        return References().IsMatch(withoutTags) ? WebUtility.HtmlDecode(withoutTags) : withoutTags;
    }

    private static string WithoutQuotedLines(string text)
    {
        string[] lines = text.Split('\n');
        string[] own = [.. lines.Where(line => !line.TrimStart().StartsWith('>'))];
        return Array.Exists(own, line => !string.IsNullOrWhiteSpace(line)) ? string.Join('\n', own) : text;
    }

    [GeneratedRegex(
        @"<blockquote[^>]*schema\.skype\.com/Reply[^>]*>.*?</blockquote>",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Quotation();

    [GeneratedRegex(
        @"<span[^>]*schema\.skype\.com/Mention[^>]*>[^<]*</span>|<at[^>]*>[^<]*</at>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Mentions();

    [GeneratedRegex(
        @"<(br|/p|/div|/li|/h[1-6]|/blockquote|/tr)\s*/?>",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    )]
    private static partial Regex Breaks();

    /// <summary>The elements that chat clients write; a lone "a &lt; b" is none.</summary>
    [GeneratedRegex(
        @"</?(p|div|span|b|i|u|s|strong|em|a|at|ul|ol|li|h[1-6]|blockquote|code|pre|codeblock|attachment|emoji|img|table|tbody|tr|td|hr|sub|sup|font)(\s[^>]*)?/?>",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    )]
    private static partial Regex Tags();

    [GeneratedRegex(
        @"&(nbsp|amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    )]
    private static partial Regex References();

    [GeneratedRegex(@"[\s\u00A0\u200B\uFEFF\p{Cc}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
