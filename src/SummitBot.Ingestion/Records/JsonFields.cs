using System.Text.Json;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;
using SummitBot.Language;

namespace SummitBot.Ingestion.Records;

/// <summary>
/// Finds the fields of an article in a JSON object: by the paths in the settings, otherwise by common keys.
/// </summary>
/// <param name="paths">Paths such as <c>body.html</c> by the name of a field.</param>
internal sealed class JsonFields(IReadOnlyDictionary<string, string> paths)
{
    private static readonly Dictionary<string, string[]> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        ["items"] = ["items", "articles", "posts", "documents", "entries", "results", "data"],
        ["id"] = ["id", "guid", "uuid", "_id", "slug"],
        ["title"] = ["title", "headline", "name", "subject"],
        ["text"] =
        [
            "text",
            "body",
            "content",
            "articleBody",
            "content_html",
            "content_text",
            "html",
            "markdown",
            "description",
        ],
        ["date"] =
        [
            "date",
            "published",
            "datePublished",
            "date_published",
            "published_at",
            "publishedAt",
            "pubDate",
            "created_at",
            "createdAt",
        ],
        ["url"] = ["url", "link", "permalink", "canonical"],
        ["author"] = ["author", "byline", "creator", "authors"],
        ["publisher"] = ["publisher", "source", "site"],
        ["language"] = ["language", "lang", "inLanguage"],
        ["tags"] = ["tags", "keywords", "categories"],
        ["groups"] = ["groups", "group", "Groups", "Group"],
    };

    /// <summary>The list of articles in a wrapper object; null when the object is an article itself.</summary>
    public JsonElement? FindItems(JsonElement root)
    {
        JsonElement? items = Find(root, "items", e => e.ValueKind == JsonValueKind.Array);
        bool isArticle = !paths.ContainsKey("items") && ReadText(root) is not null;
        return isArticle ? null : items;
    }

    /// <summary>The article's own id.</summary>
    public string GetKey(JsonElement item) =>
        Value(item, "id") is { } id ? RecordKey.From(id)
        : Value(item, "url") is { } url ? RecordKey.From(url)
        : RecordKey.Hash($"{Value(item, "title")}\n{ReadText(item)}");

    /// <exception cref="ArticleReadException">The object has no text.</exception>
    public ParsedArticle Parse(JsonElement item, CancellationToken cancellationToken)
    {
        string text =
            ReadText(item)
            ?? throw new ArticleReadException(
                ArticleReadError.Empty,
                "No text was found in it: say where it is with SummitBot:Corpus:JsonFields:text."
            );
        var metadata = new ArticleMetadata
        {
            Title = Value(item, "title"),
            Published = Value(item, "date") is { } date ? PublishedDate.Parse(date) : null,
            Url = WebAddress.Parse(Value(item, "url")),
            Author = Value(item, "author"),
            Publisher = Value(item, "publisher"),
            Language =
                LanguageTag.TryParse(Value(item, "language") ?? "", out string language)
                && language != LanguageCodes.Unknown
                    ? language
                    : null,
            Tags = ReadTags(item),
            Groups = ReadGroups(item),
        };
        return RecordText.Parse(metadata, CleanText.From(text), cancellationToken);
    }

    private string? ReadText(JsonElement item) => Find(item, "text", IsText) is { } text ? RawText(text) : null;

    private string? Value(JsonElement item, string field)
    {
        string? text = Find(item, field, IsText) is { } value ? CleanText.Line(RawText(value)) : null;
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private IReadOnlyList<string> ReadTags(JsonElement item) =>
        Find(item, "tags", e => e.ValueKind == JsonValueKind.Array) is { } list
            ? TagList.Clean(list.EnumerateArray().Where(IsText).Select(RawText))
            : TagList.Split(Value(item, "tags"));

    /// <summary>A value that names no groups is refused, whatever it is: the article must not be public by mistake.</summary>
    private GroupNames? ReadGroups(JsonElement item)
    {
        JsonElement? found = Find(item, "groups", e => e.ValueKind != JsonValueKind.Null);
        return found is not { } groups ? null
            : groups.ValueKind == JsonValueKind.Array && groups.EnumerateArray().All(IsText)
                ? GroupKeys.Read([.. groups.EnumerateArray().Select(RawText)])
            : GroupKeys.Read(IsText(groups) ? [RawText(groups)] : []);
    }

    private JsonElement? Find(JsonElement item, string field, Func<JsonElement, bool> isGood)
    {
        string[] places = paths.TryGetValue(field, out string? path) ? [path, .. Usual[field]] : Usual[field];
        foreach (string place in places)
        {
            if (GetPath(item, place) is { } found && isGood(found))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A key may contain dots, so the whole path is tried as a key first.</summary>
    private static JsonElement? GetPath(JsonElement item, string path)
    {
        JsonElement at = item;
        if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty(path, out JsonElement whole))
        {
            return whole;
        }

        foreach (string key in path.Split('.'))
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(key, out at))
            {
                return null;
            }
        }

        return at;
    }

    /// <summary>
    /// Text and numbers, a list of paragraphs, or an object with a name, the schema.org form of authors.
    /// </summary>
    private static bool IsText(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => !string.IsNullOrWhiteSpace(element.GetString()),
            JsonValueKind.Number => true,
            JsonValueKind.Array => element.GetArrayLength() > 0
                && element.EnumerateArray().All(e => e.ValueKind != JsonValueKind.Array && IsText(e)),
            JsonValueKind.Object => element.TryGetProperty("name", out JsonElement name)
                && name.ValueKind == JsonValueKind.String,
            _ => false,
        };

    private static string RawText(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => element.GetString()!,
            JsonValueKind.Array => string.Join('\n', element.EnumerateArray().Select(RawText)),
            JsonValueKind.Object => element.GetProperty("name").GetString()!,
            _ => element.GetRawText(),
        };
}
