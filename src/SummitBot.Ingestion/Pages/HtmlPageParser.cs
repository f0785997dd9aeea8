using AngleSharp.Html.Dom;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;

namespace SummitBot.Ingestion.Pages;

/// <summary>
/// Reads HTML pages: the article without what stands around it, or all visible text of the body but navigation and the like
/// when the page is too large to search. Nothing is ever fetched.
/// </summary>
internal static class HtmlPageParser
{
    private const int MaxHeadings = 50;

    /// <param name="text">Clean text of the file.</param>
    /// <exception cref="ArticleReadException">The page is nested too deep, or has too many elements.</exception>
    public static ParsedArticle Parse(string text, CancellationToken cancellationToken)
    {
        IHtmlDocument page = HtmlTree.Parse(text, cancellationToken);
        ArticleMetadata metadata = HtmlMetadata.Read(page);
        string? title = metadata.Title ?? FindTitle(page);
        IReadOnlyList<Block> everything = HtmlBlocks.FromPage(page, cancellationToken);
        PageContent content = FindContent(page, everything, cancellationToken);
        bool hasText = content.Blocks.Any(b => !b.IsHeading);
        IReadOnlyList<Block> blocks = hasText ? content.Blocks : everything;
        metadata = metadata with
        {
            Title = null,
            Author = metadata.Author ?? content.Author,
            Published = metadata.Published ?? content.Published,
        };
        return new ParsedArticle(metadata, title ?? FirstHeading(blocks) ?? FirstHeading(everything), blocks);
    }

    private static PageContent FindContent(
        IHtmlDocument page,
        IReadOnlyList<Block> everything,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (page.Body is not { } body || !PageCost.Measure(page).IsModest)
        {
            return new PageContent { Blocks = [.. PageContent.WithoutFurniture(everything)] };
        }

        HtmlTree.RemoveHidden(page);
        return PageContent.Read(body, cancellationToken);
    }

    /// <summary>The page's title without the name of the site: as the heading has it that stands in it.</summary>
    private static string? FindTitle(IHtmlDocument page)
    {
        string title = CleanText.Line(page.Title ?? "");
        string? heading = page.QuerySelectorAll("h1, h2")
            .Take(MaxHeadings)
            .Select(h => CleanText.Line(h.TextContent))
            .Where(h => h.Length > 0 && title.Contains(h, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(h => title.StartsWith(h, StringComparison.OrdinalIgnoreCase))
            .ThenByDescending(h => h.Length)
            .FirstOrDefault();
        return heading ?? (title.Length == 0 ? null : title);
    }

    private static string? FirstHeading(IReadOnlyList<Block> blocks) =>
        blocks.Where(b => b.IsHeading).Select(b => b.Text).FirstOrDefault();
}
