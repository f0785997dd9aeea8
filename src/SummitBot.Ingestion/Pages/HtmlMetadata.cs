using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;
using SummitBot.Language;

namespace SummitBot.Ingestion.Pages;

/// <summary>
/// What a page says of itself in its head (Dublin Core, Open Graph, the usual names), its structured data and its times; a value
/// that is no good is as if it were not there, pages are seldom our own.
/// </summary>
internal static class HtmlMetadata
{
    private const int MaxAuthors = 5;

    private static readonly string[] DateNames =
    [
        "article:published_time",
        "og:article:published_time",
        "datePublished",
        "date",
        "pubdate",
        "publishdate",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "dcterms.created",
        "parsely-pub-date",
    ];

    private static readonly string[] AuthorNames = ["author", "dc.creator", "dcterms.creator", "article:author", "byl"];

    /// <summary>Names of single services, looked at after the structured data.</summary>
    private static readonly string[] FurtherAuthorNames = ["parsely-author", "sailthru.author"];

    private static readonly string[] DescriptionNames =
    [
        "description",
        "og:description",
        "dc.description",
        "dcterms.description",
    ];

    private static readonly string[] TagNames =
    [
        "article:tag",
        "keywords",
        "news_keywords",
        "dc.subject",
        "dcterms.subject",
    ];

    public static ArticleMetadata Read(IHtmlDocument page)
    {
        ILookup<string, string> metas = ReadMetas(page);
        StructuredData data = StructuredData.Read(page);
        string? canonical = page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href");
        return new ArticleMetadata
        {
            Title = metas["og:title"].FirstOrDefault(),
            Published = FindPublished(page, metas, data),
            Url = WebAddress.Parse(canonical) ?? WebAddress.Parse(metas["og:url"].FirstOrDefault()),
            Author = FindAuthor(metas, data),
            Description =
                DescriptionNames.SelectMany(name => metas[name]).FirstOrDefault()
                ?? data.GetArticleValue("description"),
            Tags = ReadTags(metas, data),
            Publisher = metas["og:site_name"].FirstOrDefault() ?? data.GetArticleValue("publisher"),
            Language =
                ParseLanguage(
                    page.DocumentElement.GetAttribute("lang") ?? page.DocumentElement.GetAttribute("xml:lang")
                ) ?? ParseLanguage(data.GetArticleValue("inLanguage")),
        };
    }

    private static DateOnly? FindPublished(IHtmlDocument page, ILookup<string, string> metas, StructuredData data)
    {
        IEnumerable<string> candidates = DateNames
            .Select(name => metas[name].FirstOrDefault())
            .OfType<string>()
            .Concat(data.GetEach("datePublished").Select(dates => dates[0]))
            .Concat(page.QuerySelectorAll("time[pubdate], time[itemprop=datePublished]").Select(ReadTime))
            .Concat(page.QuerySelectorAll("article time[datetime], main time[datetime]").Select(ReadTime))
            .Concat(page.QuerySelectorAll("time[datetime]").Select(ReadTime));
        return candidates.Select(PublishedDate.Parse).FirstOrDefault(d => d is not null);
    }

    /// <summary>An address of a profile is no name.</summary>
    private static string? FindAuthor(ILookup<string, string> metas, StructuredData data) =>
        AuthorNames
            .SelectMany(name => metas[name])
            .Append(string.Join(", ", data.AllOfArticle("author")))
            .Concat(FurtherAuthorNames.SelectMany(name => metas[name]))
            .Concat(data.GetEach("author").Select(names => string.Join(", ", names.Take(MaxAuthors))))
            .FirstOrDefault(name => name.Length > 0 && WebAddress.Parse(name) is null);

    private static IReadOnlyList<string> ReadTags(ILookup<string, string> metas, StructuredData data)
    {
        IEnumerable<string> named = TagNames.Select(name => metas[name]).FirstOrDefault(values => values.Any()) ?? [];
        IEnumerable<string> tags = named.Any() ? named : data.AllOfArticle("keywords");
        return TagList.Clean(tags.SelectMany(TagList.Split));
    }

    private static string? ParseLanguage(string? tag) =>
        LanguageTag.TryParse(tag ?? "", out string language) && language != LanguageCodes.Unknown ? language : null;

    private static string ReadTime(IElement time) => time.GetAttribute("datetime") ?? time.TextContent;

    /// <summary>The contents of every name that are not empty.</summary>
    private static ILookup<string, string> ReadMetas(IHtmlDocument page) =>
        page.QuerySelectorAll("meta[content]")
            .Select(meta =>
                (
                    Name: meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop"),
                    Content: CleanText.Line(meta.GetAttribute("content")!)
                )
            )
            .Where(meta => meta.Name is not null && meta.Content.Length > 0)
            .ToLookup(meta => meta.Name!.Trim(), meta => meta.Content, StringComparer.OrdinalIgnoreCase);
}
