using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;
using SummitBot.Language;

namespace SummitBot.Ingestion.Pages;

/// <summary>What a page says of itself; a value that is no good is as if it were not there, pages are seldom our own.</summary>
internal static class HtmlMetadata
{
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

    private static readonly string[] AuthorNames =
    [
        "author",
        "article:author",
        "dc.creator",
        "dcterms.creator",
        "parsely-author",
        "sailthru.author",
        "byl",
    ];

    public static ArticleMetadata Of(IHtmlDocument page)
    {
        string? tag = page.DocumentElement.GetAttribute("lang") ?? page.DocumentElement.GetAttribute("xml:lang");
        bool hasLanguage = LanguageTag.TryParse(tag ?? "", out string language);
        string? canonical = page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href");
        Dictionary<string, string> metas = MetasOf(page);
        return new ArticleMetadata
        {
            Title = metas.GetValueOrDefault("og:title"),
            Published = PublishedOf(page, metas),
            Url = WebAddress.Parse(canonical) ?? WebAddress.Parse(metas.GetValueOrDefault("og:url")),
            Author = AuthorOf(page, metas),
            Publisher = metas.GetValueOrDefault("og:site_name"),
            Language = hasLanguage && language != LanguageCodes.Unknown ? language : null,
        };
    }

    private static DateOnly? PublishedOf(IHtmlDocument page, Dictionary<string, string> metas)
    {
        IEnumerable<string?> candidates = DateNames
            .Select(name => metas.GetValueOrDefault(name))
            .Concat(
                page.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonLd.DateOf(s.TextContent))
            )
            .Concat(page.QuerySelectorAll("time[pubdate], time[itemprop=datePublished]").Select(TimeOf))
            .Concat(page.QuerySelectorAll("article time[datetime], main time[datetime]").Select(TimeOf))
            .Concat(page.QuerySelectorAll("time[datetime]").Select(TimeOf));
        return candidates.Select(c => c is null ? null : PublishedDate.Parse(c)).FirstOrDefault(d => d is not null);
    }

    /// <summary>An address of a profile is no name.</summary>
    private static string? AuthorOf(IHtmlDocument page, Dictionary<string, string> metas) =>
        AuthorNames
            .Select(name => metas.GetValueOrDefault(name))
            .Concat(
                page.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonLd.AuthorOf(s.TextContent))
            )
            .Select(name => CleanText.Line(name ?? ""))
            .FirstOrDefault(name => name.Length > 0 && !name.Contains("//", StringComparison.Ordinal));

    private static string? TimeOf(IElement time) => time.GetAttribute("datetime") ?? time.TextContent;

    /// <summary>The first content of every name that is not empty.</summary>
    private static Dictionary<string, string> MetasOf(IHtmlDocument page)
    {
        var metas = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (IElement meta in page.QuerySelectorAll("meta[content]"))
        {
            string? name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            string content = CleanText.Line(meta.GetAttribute("content") ?? "");
            if (name is not null && content.Length > 0)
            {
                metas.TryAdd(name.Trim(), content);
            }
        }

        return metas;
    }
}
