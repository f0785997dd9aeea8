using AngleSharp.Html.Dom;
using SmartReader;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;

namespace SummitBot.Ingestion.Formats;

/// <summary>
/// Reads HTML pages: the main content as SmartReader finds it, all visible text of the body but navigation and the like
/// when it finds none or the page is too large to search. Nothing is ever fetched.
/// </summary>
internal static class HtmlPageParser
{
    /// <summary>SmartReader wants an address to resolve links against; this one is reserved to lead nowhere (RFC 2606).</summary>
    private const string NoAddress = "https://article.invalid/";

    /// <param name="text">Clean text of the file.</param>
    /// <exception cref="ArticleReadException">The page is nested too deep, or has too many elements.</exception>
    public static ParsedArticle Parse(string text, CancellationToken cancellationToken)
    {
        IHtmlDocument page = HtmlTree.Parse(text, cancellationToken);
        ArticleMetadata metadata = PageProperties.Complete(HtmlMetadata.Of(page), page);
        string? pageTitle = NullIfEmpty(page.Title);
        IReadOnlyList<Block> everything = HtmlBlocks.OfPage(page);

        cancellationToken.ThrowIfCancellationRequested();
        ParsedArticle? main = PageCost.Of(page).IsModest ? MainContentOf(page, pageTitle, cancellationToken) : null;
        string? title = metadata.Title ?? main?.Title ?? FirstHeading(everything) ?? pageTitle;
        bool foundText = main is not null && main.Blocks.Any(b => !b.IsHeading);
        return new ParsedArticle(metadata with { Title = null }, title, foundText ? main!.Blocks : everything);
    }

    private static ParsedArticle MainContentOf(
        IHtmlDocument page,
        string? pageTitle,
        CancellationToken cancellationToken
    )
    {
        HtmlTree.RemoveHidden(page);
        // The patterns that SmartReader applies to a title take time with the square of its length.
        bool isTitleLong = pageTitle is not null && MetadataLimits.CutTitle(pageTitle) != pageTitle;
        if (isTitleLong)
        {
            page.Title = MetadataLimits.CutTitle(pageTitle!);
        }

        using var reader = new Reader(NoAddress, page);
        SmartReader.Article main = reader.GetArticle();
        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<Block> blocks = main.IsReadable ? HtmlBlocks.OfFragment(main.Content, cancellationToken) : [];
        string? title = isTitleLong ? pageTitle : NullIfEmpty(main.Title);
        return new ParsedArticle(ArticleMetadata.None, title, blocks);
    }

    private static string? FirstHeading(IReadOnlyList<Block> blocks) =>
        blocks.Where(b => b.IsHeading).Select(b => b.Text).FirstOrDefault();

    private static string? NullIfEmpty(string? text)
    {
        string line = CleanText.Line(text ?? "");
        return line.Length == 0 ? null : line;
    }
}
