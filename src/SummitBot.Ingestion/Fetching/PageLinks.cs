using AngleSharp.Html.Dom;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.Pages;

namespace SummitBot.Ingestion.Fetching;

/// <summary>What a page says to programs that fetch it.</summary>
/// <param name="MayBeKept">False when the page asks not to be kept.</param>
/// <param name="Links">The addresses that it links to; none when it asks not to follow them.</param>
internal sealed record PageLinks(bool MayBeKept, IReadOnlyList<Uri> Links)
{
    /// <summary>A page that cannot be parsed has no links; it is kept, and its reading says why it is refused.</summary>
    public static PageLinks Parse(string html, Uri at, CancellationToken cancellationToken)
    {
        IHtmlDocument parsed;
        try
        {
            parsed = HtmlTree.Parse(html, cancellationToken);
        }
        catch (ArticleReadException)
        {
            return new PageLinks(MayBeKept: true, []);
        }

        using IHtmlDocument page = parsed;
        string robots = page.QuerySelector("meta[name=robots i]")?.GetAttribute("content") ?? "";
        bool mayBeKept =
            !robots.Contains("noindex", StringComparison.OrdinalIgnoreCase)
            && !robots.Split(',').Any(r => r.Trim().Equals("none", StringComparison.OrdinalIgnoreCase));
        return robots.Contains("nofollow", StringComparison.OrdinalIgnoreCase)
            ? new PageLinks(mayBeKept, [])
            : new PageLinks(mayBeKept, FindLinks(page, at));
    }

    private static Uri[] FindLinks(IHtmlDocument page, Uri at)
    {
        Uri from = WebLinks.Resolve(page.QuerySelector("base[href]")?.GetAttribute("href"), at) ?? at;
        return
        [
            .. page.QuerySelectorAll("a[href]")
                .Where(a => a.GetAttribute("rel")?.Contains("nofollow", StringComparison.OrdinalIgnoreCase) != true)
                .Select(a => WebLinks.Resolve(a.GetAttribute("href"), from))
                .OfType<Uri>()
                .Distinct()
                .Take(WebLinks.MaxLinks),
        ];
    }
}
