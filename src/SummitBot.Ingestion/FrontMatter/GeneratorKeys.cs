using SummitBot.Language;

namespace SummitBot.Ingestion.FrontMatter;

/// <summary>
/// The keys that site generators and note programs write (Hugo, Jekyll, Eleventy, Docusaurus, Obsidian). Other programs
/// read them too, so a value that is no good is as if it were not there.
/// </summary>
internal static class GeneratorKeys
{
    /// <summary>Keys of one meaning, the one that counts most first.</summary>
    private static readonly string[] Dates =
    [
        "date",
        "publishDate",
        "pubDate",
        "datePublished",
        "created",
        "last_update",
        "lastmod",
        "updated",
        "modified",
    ];

    private static readonly string[] Authors = ["author", "authors", "byline"];

    private static readonly string[] Descriptions = ["description", "summary", "excerpt", "abstract"];

    private static readonly string[] Tags = ["tags", "tag", "categories", "category", "keywords"];

    /// <summary>Adds what is not known yet.</summary>
    /// <param name="values">The values of each key, in the order of the file.</param>
    public static ArticleMetadata Complete(
        ArticleMetadata metadata,
        IReadOnlyDictionary<string, IReadOnlyList<string>> values
    )
    {
        string language = metadata.Language ?? Language(First(values, ["lang"]));
        return metadata with
        {
            Published = metadata.Published ?? Date(values),
            Author = metadata.Author ?? Joined(values, Authors),
            Description = metadata.Description ?? First(values, Descriptions),
            Tags = TagList.Clean(Tags.SelectMany(key => ReadTags(values, key))),
            Language = language.Length == 0 ? null : language,
            Url = metadata.Url ?? WebAddress.Parse(First(values, ["canonical", "canonicalURL", "permalink", "link"])),
            Groups = GroupKeys.Read(values),
            Slug = First(values, ["slug"]),
            IsDraft =
                First(values, ["draft"]) is { } draft && IsTrue(draft)
                || First(values, ["published"]) is { } published && IsFalse(published),
        };
    }

    public static bool IsTrue(string value) => value.ToLowerInvariant() is "true" or "yes" or "on";

    public static bool IsFalse(string value) => value.ToLowerInvariant() is "false" or "no" or "off";

    private static DateOnly? Date(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        Dates
            .Select(key => First(values, [key]) is { } text ? PublishedDate.Parse(text) : null)
            .FirstOrDefault(day => day is not null);

    /// <summary>Jekyll parts the tags of one line by spaces, the others by commas.</summary>
    private static IEnumerable<string> ReadTags(
        IReadOnlyDictionary<string, IReadOnlyList<string>> values,
        string key
    ) =>
        !values.TryGetValue(key, out IReadOnlyList<string>? found) ? []
        : found.Count == 1 ? TagList.Split(found[0])
        : found;

    private static string? Joined(IReadOnlyDictionary<string, IReadOnlyList<string>> values, string[] keys) =>
        keys.Where(values.ContainsKey)
            .Select(key => string.Join(", ", values[key].Where(v => v.Length > 0)))
            .FirstOrDefault(text => text.Length > 0);

    private static string? First(IReadOnlyDictionary<string, IReadOnlyList<string>> values, string[] keys) =>
        keys.Where(values.ContainsKey).SelectMany(key => values[key]).FirstOrDefault(v => v.Length > 0);

    private static string Language(string? tag) =>
        LanguageTag.TryParse(tag ?? "", out string language) && language != LanguageCodes.Unknown ? language : "";
}
