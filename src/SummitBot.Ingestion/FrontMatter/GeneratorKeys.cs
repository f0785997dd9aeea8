using SummitBot.Language;

namespace SummitBot.Ingestion.FrontMatter;

/// <summary>
/// The keys of site generators and note programs (Hugo, Jekyll, Eleventy, Docusaurus, Obsidian). They are also used by
/// other programs, so an invalid value is ignored.
/// </summary>
internal static class GeneratorKeys
{
    /// <summary>Keys with the same meaning, highest priority first.</summary>
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

    /// <summary>Adds missing metadata.</summary>
    /// <param name="values">The values of each key, in file order.</param>
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

    /// <summary>Jekyll separates the tags of one line by spaces, the others by commas.</summary>
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
