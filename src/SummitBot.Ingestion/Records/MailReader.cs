using MimeKit;
using MimeKit.Text;
using SummitBot.Ingestion.Archives;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.Formats;
using SummitBot.Ingestion.FrontMatter;
using SummitBot.Ingestion.Pages;

namespace SummitBot.Ingestion.Records;

/// <summary>
/// Reads mails (RFC 5322 and MIME), one in a file or many in a mailbox. Attachments are separate articles; quotations
/// of earlier mails and signatures are left out.
/// </summary>
internal static class MailReader
{
    private const int MaxMimeDepth = 50;

    private static readonly ParserOptions Options = new() { MaxMimeDepth = MaxMimeDepth };

    /// <param name="depth">The number of files around the mail.</param>
    public static void ReadMessage(IFileContents reading, ArticleOrigin origin, byte[] bytes, int depth)
    {
        CancellationToken cancellationToken = reading.Limits.CancellationToken;
        MailLimits.Check(bytes, isMailbox: false, cancellationToken);
        var parser = new MimeParser(Options, new MemoryStream(bytes, writable: false), MimeFormat.Entity);
        Add(reading, origin, parser.ParseMessage(cancellationToken), depth);
    }

    /// <param name="depth">The number of files around the mailbox.</param>
    public static void ReadMailbox(IFileContents reading, ArticleOrigin origin, byte[] bytes, int depth)
    {
        CancellationToken cancellationToken = reading.Limits.CancellationToken;
        MailLimits.Check(bytes, isMailbox: true, cancellationToken);
        var parser = new MimeParser(Options, new MemoryStream(bytes, writable: false), MimeFormat.Mbox);
        while (!parser.IsEndOfStream)
        {
            reading.Limits.CountEntry();
            MimeMessage message = parser.ParseMessage(cancellationToken);
            Add(reading, origin.Record(GetKey(message)), message, depth);
        }
    }

    private static void Add(IFileContents reading, ArticleOrigin origin, MimeMessage message, int depth)
    {
        reading.Add(origin, () => Parse(message, reading.Limits.CancellationToken));
        foreach (MimeEntity attachment in message.Attachments)
        {
            reading.Limits.CountEntry();
            if (attachment is MessagePart { Message: { } inner })
            {
                Add(reading, origin.Record(GetKey(inner)), inner, depth + 1);
            }
            else if (attachment is MimePart { Content: { } content } part)
            {
                string name = part.FileName ?? $"attachment.{part.ContentType.MediaSubtype}";
                reading.AddFile(origin.File(name.Replace('\\', '/')), () => Decode(content, reading.Limits), depth + 1);
            }
        }
    }

    private static byte[] Decode(IMimeContent content, ReadingLimits limits)
    {
        using Stream stream = content.Open();
        return GzipContent.ReadAll(stream, limits);
    }

    private static string GetKey(MimeMessage message) =>
        message.MessageId is { Length: > 0 } id
            ? id
            : RecordKey.Hash($"{message.Date:O} {message.From} {message.Subject}");

    private static ParsedArticle Parse(MimeMessage message, CancellationToken cancellationToken)
    {
        var metadata = new ArticleMetadata
        {
            Title = CleanText.Line(message.Subject ?? "") is { Length: > 0 } subject ? subject : null,
            Published = message.Headers.Contains(HeaderId.Date) ? DateOnly.FromDateTime(message.Date.DateTime) : null,
            Author = GetName(message.From.Mailboxes.FirstOrDefault()),
        };
        if (message.GetTextBody(TextFormat.Plain) is { } plain)
        {
            string text = WithoutQuotations(CleanText.From(plain));
            return PlainTextParser.ParseBody(metadata with { Title = metadata.Title ?? "Mail" }, text);
        }

        string html = CleanText.From(message.HtmlBody ?? "");
        return new ParsedArticle(metadata, null, HtmlBlocks.FromFragment(html, cancellationToken));
    }

    private static string? GetName(MailboxAddress? sender) =>
        sender is null ? null
        : string.IsNullOrWhiteSpace(sender.Name) ? sender.Address
        : CleanText.Line(sender.Name);

    private static string WithoutQuotations(string text)
    {
        var kept = new List<string>();
        using var lines = new StringReader(text);
        while (lines.ReadLine() is { } line)
        {
            if (line is "-- " or "--")
            {
                break;
            }

            if (!line.StartsWith('>'))
            {
                kept.Add(line);
            }
            else if (kept.Count > 0 && kept[^1].TrimEnd().EndsWith(':'))
            {
                // "On Monday, Ada Quill wrote:"
                kept.RemoveAt(kept.Count - 1);
            }
        }

        return string.Join('\n', kept);
    }
}
