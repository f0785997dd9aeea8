using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;
using SummitBot.Language;

namespace SummitBot.Ingestion.Pages;

/// <summary>
/// Author, description and tags that a page gives in its head (Dublin Core, Open Graph, the usual names) or in its
/// structured data (JSON-LD, schema.org), with what else only the latter gives.
/// </summary>
internal static class PageProperties
{
    private static readonly string[] Authors = ["author", "dc.creator", "dcterms.creator", "article:author", "byl"];

    private static readonly string[] Descriptions =
    [
        "description",
        "og:description",
        "dc.description",
        "dcterms.description",
    ];

    private static readonly string[] Tags =
    [
        "article:tag",
        "keywords",
        "news_keywords",
        "dc.subject",
        "dcterms.subject",
    ];

    public static ArticleMetadata Complete(ArticleMetadata metadata, IHtmlDocument page)
    {
        ILookup<string, string> metas = page.QuerySelectorAll("meta[content]")
            .ToLookup(NameOf, m => CleanText.Line(m.GetAttribute("content") ?? ""), StringComparer.OrdinalIgnoreCase);
        Dictionary<string, IReadOnlyList<string>> data = StructuredDataOf(page);
        string? language = metadata.Language ?? First(data, "inLanguage");
        bool hasLanguage = LanguageTag.TryParse(language ?? "", out string code) && code != LanguageCodes.Unknown;
        return metadata with
        {
            // A profile's address is no name.
            Author =
                Authors.SelectMany(name => metas[name]).FirstOrDefault(a => a.Length > 0 && WebAddress.Parse(a) is null)
                ?? Joined(data, "author"),
            Description =
                Descriptions.SelectMany(name => metas[name]).FirstOrDefault(d => d.Length > 0)
                ?? First(data, "description"),
            Tags = TagsOf(metas, data),
            Publisher = metadata.Publisher ?? First(data, "publisher"),
            Language = hasLanguage ? code : null,
        };
    }

    private static string NameOf(IElement meta) =>
        (meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? "").Trim();

    private static IReadOnlyList<string> TagsOf(
        ILookup<string, string> metas,
        Dictionary<string, IReadOnlyList<string>> data
    )
    {
        IEnumerable<string> found = Tags.Select(name => metas[name]).FirstOrDefault(values => values.Any()) ?? [];
        IEnumerable<string> tags = found.Any() ? found : data.GetValueOrDefault("keywords") ?? [];
        return TagList.Clean(tags.SelectMany(TagList.Split));
    }

    /// <summary>The first article among the page's structured data; empty without one.</summary>
    private static Dictionary<string, IReadOnlyList<string>> StructuredDataOf(IHtmlDocument page)
    {
        foreach (IElement script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(script.TextContent);
                if (FindArticle(document.RootElement) is { } article)
                {
                    return article
                        .EnumerateObject()
                        .DistinctBy(p => p.Name, StringComparer.Ordinal)
                        .ToDictionary(p => p.Name, p => ValuesOf(p.Value), StringComparer.Ordinal);
                }
            }
            catch (JsonException)
            {
                // Pages are seldom our own: data that are no good are as if they were not there.
            }
        }

        return [];
    }

    private static JsonElement? FindArticle(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().Select(FindArticle).FirstOrDefault(a => a is not null);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return element.TryGetProperty("headline", out _)
            || element.TryGetProperty("datePublished", out _)
            || element.TryGetProperty("articleBody", out _)
                ? element
            : element.TryGetProperty("@graph", out JsonElement graph) ? FindArticle(graph)
            : null;
    }

    /// <summary>Texts, and the names of persons and organisations.</summary>
    private static IReadOnlyList<string> ValuesOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => [CleanText.Line(value.GetString()!)],
            JsonValueKind.Array =>
            [
                .. value.EnumerateArray().Where(v => v.ValueKind != JsonValueKind.Array).SelectMany(ValuesOf),
            ],
            JsonValueKind.Object
                when value.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String =>
            [
                CleanText.Line(name.GetString()!),
            ],
            _ => [],
        };

    private static string? First(Dictionary<string, IReadOnlyList<string>> data, string name) =>
        data.GetValueOrDefault(name)?.FirstOrDefault(v => v.Length > 0);

    private static string? Joined(Dictionary<string, IReadOnlyList<string>> data, string name) =>
        string.Join(", ", data.GetValueOrDefault(name) ?? []) is { Length: > 0 } text ? text : null;
}
