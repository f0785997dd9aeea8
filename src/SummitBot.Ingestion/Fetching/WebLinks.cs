using System.Xml;
using AngleSharp.Html.Parser;

namespace SummitBot.Ingestion.Fetching;

/// <summary>Finds the addresses in feeds, sitemaps and pages. What does not parse has none.</summary>
internal static class WebLinks
{
    private const int MostLinks = 50_000;

    /// <summary>The pages that an RSS or Atom feed announces.</summary>
    public static IReadOnlyList<Uri> InFeed(byte[] content, Uri at, CancellationToken cancellationToken) =>
        ReadXml(
            content,
            at,
            (element, parent) =>
                element.Name == "link" && parent is "item" or "entry" && element.Relation is null or "alternate",
            cancellationToken
        ).Links;

    /// <summary>The pages, and the further sitemaps, of a sitemap.</summary>
    public static (IReadOnlyList<Uri> Pages, IReadOnlyList<Uri> Sitemaps) InSitemap(
        byte[] content,
        Uri at,
        CancellationToken cancellationToken
    )
    {
        (IReadOnlyList<Uri> links, bool isIndex) = ReadXml(
            content,
            at,
            (element, parent) => element.Name == "loc" && parent is "url" or "sitemap",
            cancellationToken
        );
        return isIndex ? ([], links) : (links, []);
    }

    /// <summary>The addresses that a page links to, unless it asks not to follow them.</summary>
    public static IReadOnlyList<Uri> InPage(string html, Uri at)
    {
        using AngleSharp.Html.Dom.IHtmlDocument page = new HtmlParser().ParseDocument(html);
        string robots = page.QuerySelector("meta[name=robots i]")?.GetAttribute("content") ?? "";
        if (robots.Contains("nofollow", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        Uri from = Resolve(page.QuerySelector("base[href]")?.GetAttribute("href"), at) ?? at;
        return
        [
            .. page.QuerySelectorAll("a[href]")
                .Where(a => a.GetAttribute("rel")?.Contains("nofollow", StringComparison.OrdinalIgnoreCase) != true)
                .Select(a => Resolve(a.GetAttribute("href"), from))
                .OfType<Uri>()
                .Distinct()
                .Take(MostLinks),
        ];
    }

    /// <summary>True when the page asks not to be kept.</summary>
    public static bool ForbidsIndexing(string html)
    {
        using AngleSharp.Html.Dom.IHtmlDocument page = new HtmlParser().ParseDocument(html);
        string robots = page.QuerySelector("meta[name=robots i]")?.GetAttribute("content") ?? "";
        return robots.Contains("noindex", StringComparison.OrdinalIgnoreCase)
            || robots.Split(',').Any(r => r.Trim().Equals("none", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>An absolute address without its fragment; null for what is none.</summary>
    public static Uri? Resolve(string? link, Uri at)
    {
        bool isAddress =
            !string.IsNullOrWhiteSpace(link)
            && Uri.TryCreate(at, link.Trim(), out Uri? found)
            && found is { Scheme: "http" or "https" };
        return isAddress && Uri.TryCreate(at, link!.Trim(), out Uri? address)
            ? new UriBuilder(address) { Fragment = "" }.Uri
            : null;
    }

    private static (IReadOnlyList<Uri> Links, bool IsIndex) ReadXml(
        byte[] content,
        Uri at,
        Func<(string Name, string? Relation), string, bool> isWanted,
        CancellationToken cancellationToken
    )
    {
        var links = new List<Uri>();
        bool isIndex = false;
        var open = new Stack<string>();
        try
        {
            var settings = new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Ignore,
                XmlResolver = null,
                IgnoreComments = true,
                CheckCharacters = false,
            };
            using var reader = XmlReader.Create(new MemoryStream(content, writable: false), settings);
            while (reader.Read() && links.Count < MostLinks && reader.Depth < 100)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (reader.NodeType == XmlNodeType.Element)
                {
                    isIndex |= reader.LocalName == "sitemapindex";
                    string parent = open.Count > 0 ? open.Peek() : "";
                    bool isLink = isWanted((reader.LocalName, reader.GetAttribute("rel")), parent);
                    string? target = isLink ? reader.GetAttribute("href") : null;
                    if (!reader.IsEmptyElement)
                    {
                        open.Push(reader.LocalName);
                    }

                    Add(target);
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && open.Count > 1)
                {
                    string name = open.Pop();
                    string parent = open.Peek();
                    open.Push(name);
                    Add(isWanted((name, null), parent) ? reader.Value : null);
                }
                else if (reader.NodeType == XmlNodeType.EndElement && open.Count > 0)
                {
                    open.Pop();
                }
            }
        }
        catch (XmlException)
        {
            // What stands before the fault counts.
        }

        return ([.. links.Distinct()], isIndex);

        void Add(string? link)
        {
            if (Resolve(link, at) is { } address)
            {
                links.Add(address);
            }
        }
    }
}
