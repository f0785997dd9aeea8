using AngleSharp.Html.Dom;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;
using SummitBot.Ingestion.Pages;

namespace SummitBot.Ingestion.Documents;

/// <summary>Reads electronic books (EPUB 2 and 3) without copy protection: the chapters in the book's order.</summary>
internal static class EpubReader
{
    /// <exception cref="ArticleReadException">Not a book, copy-protected, or beyond a limit.</exception>
    public static ParsedArticle Read(byte[] bytes, ReadingLimits limits)
    {
        using var package = new DocumentPackage(bytes, limits);
        string description = FindDescription(package);
        ArticleMetadata metadata;
        using (BoundedXml xml = package.Xml(description))
        {
            metadata = OfficeProperties.Read(xml);
        }

        var blocks = new BlockList(limits);
        foreach (string chapter in ReadChapters(package, description))
        {
            limits.CancellationToken.ThrowIfCancellationRequested();
            string html = CleanText.From(TextDecoder.Decode(package.Bytes(chapter), ArticleFormat.Html));
            IHtmlDocument page = HtmlTree.Parse(html, limits.CancellationToken);
            blocks.AddAll(HtmlBlocks.FromPage(page, limits.CancellationToken));
        }

        if (blocks.Blocks.Count == 0 && package.Has("META-INF/encryption.xml"))
        {
            throw new ArticleReadException(
                ArticleReadError.Unreadable,
                "The book is copy-protected: only books without protection can be read."
            );
        }

        return new ParsedArticle(metadata, null, blocks.Blocks) { Notices = package.PictureNotices };
    }

    private static string FindDescription(DocumentPackage package)
    {
        using BoundedXml xml = package.Xml("META-INF/container.xml");
        while (xml.Read())
        {
            if (xml is { IsStart: true, Name: "rootfile" } && xml.Attribute("full-path") is { } path)
            {
                return path;
            }
        }

        throw new ArticleReadException(
            ArticleReadError.Malformed,
            "The book does not say where its text is: repair it."
        );
    }

    private static List<string> ReadChapters(DocumentPackage package, string description)
    {
        string folder = description[..(description.LastIndexOf('/') + 1)];
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var chapters = new List<string>();
        using BoundedXml xml = package.Xml(description);
        while (xml.Read())
        {
            bool isPage = xml.Attribute("media-type") is "application/xhtml+xml" or "text/html";
            if (xml is { IsStart: true, Name: "item" } && isPage && xml.Attribute("properties") != "nav")
            {
                files[xml.Attribute("id") ?? ""] = DocumentPackage.Resolve(folder, xml.Attribute("href") ?? "");
            }
            else if (
                xml is { IsStart: true, Name: "itemref" }
                && files.Remove(xml.Attribute("idref") ?? "", out string? file)
            )
            {
                if (package.Has(file))
                {
                    chapters.Add(file);
                }
            }
        }

        return chapters;
    }
}
