using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SmartReader;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;

namespace SummitBot.Ingestion.Formats;

/// <summary>
/// Reads HTML pages: the main content as SmartReader finds it, all visible text of the body but navigation and the like
/// when it finds none. Nothing is ever fetched.
/// </summary>
internal static class HtmlPageParser
{
    /// <summary>SmartReader wants an address to resolve links against; this one is reserved to lead nowhere (RFC 2606).</summary>
    private const string NoAddress = "https://article.invalid/";

    /// <param name="text">Clean text of the file.</param>
    /// <exception cref="ArticleReadException">The page is nested too deep.</exception>
    public static ParsedArticle Parse(string text, CancellationToken cancellationToken)
    {
        IHtmlDocument page = HtmlTree.Parse(text);
        ArticleMetadata metadata = HtmlMetadata.Of(page);
        HtmlTree.RemoveHidden(page);
        string? pageTitle = NullIfEmpty(page.Title);
        IReadOnlyList<Block> everything = BlocksOfBody(page);

        cancellationToken.ThrowIfCancellationRequested();
        using var reader = new Reader(NoAddress, page);
        SmartReader.Article main = reader.GetArticle();
        string? title = metadata.Title ?? NullIfEmpty(main.Title) ?? FirstHeading(everything) ?? pageTitle;
        IReadOnlyList<Block> blocks = main.IsReadable ? HtmlBlocks.OfFragment(main.Content) : [];
        bool foundText = blocks.Any(b => !b.IsHeading);
        return new ParsedArticle(metadata with { Title = null }, title, foundText ? blocks : everything);
    }

    private static IReadOnlyList<Block> BlocksOfBody(IHtmlDocument page)
    {
        if (page.Body?.Clone(deep: true) is not IElement body)
        {
            return [];
        }

        foreach (IElement element in body.QuerySelectorAll("nav, aside, header, footer").ToList())
        {
            bool isPartOfArticle =
                element.LocalName is "header" or "footer" && element.Ancestors<IElement>().Any(IsArticle);
            if (!isPartOfArticle)
            {
                element.Remove();
            }
        }

        return HtmlBlocks.Of(body);
    }

    private static bool IsArticle(IElement element) => element.LocalName is "article" or "main";

    private static string? FirstHeading(IReadOnlyList<Block> blocks) =>
        blocks.Where(b => b.IsHeading).Select(b => b.Text).FirstOrDefault();

    private static string? NullIfEmpty(string? text)
    {
        string line = CleanText.Line(text ?? "");
        return line.Length == 0 ? null : line;
    }
}
