using System.Text;
using System.Text.RegularExpressions;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Documents;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;
using SummitBot.Language;

namespace SummitBot.Ingestion.Records;

/// <summary>
/// Reads feeds (RSS 2.0 and 1.0, Atom, RFC 4287) and exports of WordPress (WXR). Of an export, only published posts
/// without a password are read.
/// </summary>
internal sealed partial class XmlRecords
{
    private readonly IFileContents _reading;
    private readonly ArticleOrigin _origin;
    private string? _publisher;
    private string? _language;

    private XmlRecords(IFileContents reading, ArticleOrigin origin) => (_reading, _origin) = (reading, origin);

    /// <exception cref="ArticleReadException">Another kind of XML, or beyond a limit.</exception>
    public static void Read(IFileContents reading, ArticleOrigin origin, byte[] bytes)
    {
        using var xml = BoundedXml.Decode(bytes, reading.Limits.CancellationToken);
        while (xml.Read() && !xml.IsStart)
        {
            // Skips to the root element.
        }

        if (xml.Name is not ("rss" or "feed" or "RDF"))
        {
            throw new ArticleReadException(
                ArticleReadError.UnknownFormat,
                $"XML with the root <{xml.Name}> is not read, only feeds and exports of WordPress: convert it, or leave it out with --skip."
            );
        }

        new XmlRecords(reading, origin).ReadItems(xml);
    }

    private void ReadItems(BoundedXml xml)
    {
        _language = xml.Attribute("lang");
        while (xml.Read())
        {
            if (!xml.IsStart)
            {
                continue;
            }

            if (xml.Name is "item" or "entry")
            {
                _reading.Limits.CountEntry();
                Add(ReadItem(xml));
            }
            else if (xml.Name == "title" && _publisher is null)
            {
                _publisher = CleanText.Line(xml.ReadText());
            }
            else if (xml.Name == "language")
            {
                _language ??= xml.ReadText();
            }
        }
    }

    private static Dictionary<string, string> ReadItem(BoundedXml xml)
    {
        var item = new Dictionary<string, string>(StringComparer.Ordinal);
        List<string> categories = [];
        int depth = xml.Depth;
        while (!xml.IsEmpty && xml.Read() && xml.Depth > depth)
        {
            if (!xml.IsStart)
            {
                continue;
            }

            string name = GetKey(xml);
            string? link =
                xml.Name == "link" && xml.Attribute("rel") is null or "alternate" ? xml.Attribute("href") : null;
            string? term = xml.Attribute("term");
            string value = link ?? term ?? (name is "content" or "summary" ? ReadMarkup(xml) : xml.ReadText());
            if (name == "category")
            {
                categories.Add(value);
            }
            else if (!string.IsNullOrWhiteSpace(value))
            {
                item.TryAdd(name, value);
            }
        }

        item.Add("category", string.Join(';', categories));
        return item;
    }

    /// <summary>Maps element names with the same meaning in different formats to one key.</summary>
    private static string GetKey(BoundedXml xml) =>
        xml.Name switch
        {
            "encoded" => xml.Namespace.Contains("excerpt", StringComparison.Ordinal) ? "summary" : "content",
            "description" or "summary" => "summary",
            "pubDate" or "published" or "date" or "issued" => "date",
            "post_date" => "post_date",
            "updated" or "modified" => "updated",
            "guid" or "id" => "id",
            "creator" or "author" => "author",
            string name => name,
        };

    /// <summary>The text of an element, or its markup if that is not escaped.</summary>
    private static string ReadMarkup(BoundedXml xml)
    {
        if (xml.IsEmpty)
        {
            return "";
        }

        var text = new StringBuilder();
        var part = new StringBuilder();
        int depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.IsText && xml.Depth == depth + 1)
            {
                xml.AppendTextTo(text);
            }
            else if (xml.IsText)
            {
                xml.AppendTextTo(part);
                text.Append(System.Net.WebUtility.HtmlEncode(part.ToString()));
                part.Clear();
            }
            else if (xml.IsStart)
            {
                text.Append('<').Append(xml.Name).Append('>');
            }
            else if (xml.IsEnd)
            {
                text.Append("</").Append(xml.Name).Append('>');
            }
        }

        return text.ToString();
    }

    private void Add(Dictionary<string, string> item)
    {
        if (item.GetValueOrDefault("post_type") is { } type && type is not ("post" or "page"))
        {
            return;
        }

        string key =
            item.GetValueOrDefault("post_name")
            ?? RecordKey.From(
                item.GetValueOrDefault("id")
                    ?? item.GetValueOrDefault("link")
                    ?? RecordKey.Hash($"{item.GetValueOrDefault("title")}\n{item.GetValueOrDefault("content")}")
            );
        ArticleOrigin origin = _origin.Record(key);
        string status = item.GetValueOrDefault("status") ?? "publish";
        if (status != "publish" || item.ContainsKey("post_password"))
        {
            string reason =
                status != "publish"
                    ? $"The post is not published (its status is '{status}')."
                    : "The post has a password.";
            _reading.Fail(origin, ArticleReadError.Draft, reason);
            return;
        }

        _reading.Add(origin, () => Parse(item));
    }

    private ParsedArticle Parse(Dictionary<string, string> item)
    {
        string? date =
            item.GetValueOrDefault("post_date") ?? item.GetValueOrDefault("date") ?? item.GetValueOrDefault("updated");
        bool hasLanguage = LanguageTag.TryParse(
            item.GetValueOrDefault("language") ?? _language ?? "",
            out string language
        );
        var metadata = new ArticleMetadata
        {
            Title = System.Net.WebUtility.HtmlDecode(CleanText.Line(item.GetValueOrDefault("title") ?? ""))
                is { Length: > 0 } title
                ? title
                : null,
            Published = date is null ? null : PublishedDate.Parse(date),
            Url = WebAddress.Parse(item.GetValueOrDefault("link")),
            Author = item.GetValueOrDefault("author") is { } author ? CleanText.Line(author) : null,
            Publisher = _publisher,
            Language = hasLanguage && language != LanguageCodes.Unknown ? language : null,
            Tags = TagList.Split(item.GetValueOrDefault("category")),
        };
        string content = item.GetValueOrDefault("content") ?? item.GetValueOrDefault("summary") ?? "";
        string text = ShortCode().Replace(CleanText.From(content), " ");
        return RecordText.Parse(metadata, text, _reading.Limits.CancellationToken);
    }

    /// <summary>WordPress embeds pictures and players with these shortcodes.</summary>
    [GeneratedRegex(
        @"\[/?(caption|gallery|embed|audio|video|playlist)\b[^\]]{0,2000}\]",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex ShortCode();
}
