using System.Text;
using System.Xml;
using SummitBot.Ingestion.Documents;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Fetching;

/// <summary>Finds the addresses in feeds and sitemaps. What does not parse has none.</summary>
internal static class WebLinks
{
    public const int MaxLinks = 50_000;

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

    /// <summary>An absolute address without its fragment; null for what is none.</summary>
    public static Uri? Resolve(string? link, Uri at) =>
        !string.IsNullOrWhiteSpace(link)
        && Uri.TryCreate(at, link.Trim(), out Uri? address)
        && address is { Scheme: "http" or "https" }
            ? new UriBuilder(address) { Fragment = "" }.Uri
            : null;

    /// <param name="isWanted">Whether an element, by its name, relation and parent, holds an address.</param>
    private static (IReadOnlyList<Uri> Links, bool IsIndex) ReadXml(
        byte[] content,
        Uri at,
        Func<(string Name, string? Relation), string, bool> isWanted,
        CancellationToken cancellationToken
    )
    {
        var links = new List<Uri>();
        bool isIndex = false;
        var open = new List<string>();
        try
        {
            using var xml = BoundedXml.Decode(content, cancellationToken);
            while (links.Count < MaxLinks && xml.Read())
            {
                if (xml.IsStart)
                {
                    isIndex |= xml.Name == "sitemapindex";
                    Add(isWanted((xml.Name, xml.Attribute("rel")), GetOpen(1)) ? xml.Attribute("href") : null);
                    if (!xml.IsEmpty)
                    {
                        open.Add(xml.Name);
                    }
                }
                else if (xml.IsEnd)
                {
                    open.RemoveAt(open.Count - 1);
                }
                else if (xml.IsText && isWanted((GetOpen(1), null), GetOpen(2)))
                {
                    var link = new StringBuilder();
                    xml.AppendTextTo(link);
                    Add(link.ToString());
                }
            }
        }
        catch (Exception e) when (e is XmlException or ArticleReadException)
        {
            // What stands before the fault counts.
        }

        return ([.. links.Distinct()], isIndex);

        string GetOpen(int level) => open.Count >= level ? open[^level] : "";

        void Add(string? link)
        {
            if (Resolve(link, at) is { } address)
            {
                links.Add(address);
            }
        }
    }
}
