using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Pages;

/// <summary>What a reader of a page does not see, and how much markup a page may hold.</summary>
internal static class HtmlTree
{
    /// <summary>Below the 512 where AngleSharp, as browsers do, hangs deeper elements in flat: such a page is broken.</summary>
    public const int MaxDepth = 500;

    /// <summary>An element with its text takes 450 to 1,000 bytes of memory.</summary>
    private const int ElementsOfAnyPage = 100_000;

    /// <summary>Characters of the page that allow for one element more.</summary>
    private const int CharactersForElement = 100;

    /// <summary>An element has a start tag and an end tag; a comment parts texts, which take 200 bytes each.</summary>
    private const int TagsOfElement = 3;

    /// <summary>The parser compares every attribute with the ones before it. More are left out.</summary>
    private const int MaxAttributes = 100;

    /// <summary>Elements made between two looks at the depth while a page is parsed.</summary>
    private const int DepthCheckInterval = 32;

    /// <summary>Parses a page; nothing is fetched and no script runs.</summary>
    /// <exception cref="ArticleReadException">
    /// The page nests deeper than <see cref="MaxDepth"/>, or has too many elements for its size.
    /// </exception>
    public static IHtmlDocument Parse(string html, CancellationToken cancellationToken)
    {
        int created = 0;
        int max = ElementsOfAnyPage + (html.Length / CharactersForElement);
        if (html.AsSpan().Count('<') > TagsOfElement * max)
        {
            throw TooManyElements(max);
        }

        IElement? previous = null;
        var options = new HtmlParserOptions
        {
            SkipComments = true,
            SkipProcessingInstructions = true,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = (ref tag, _) => tag.Attributes.Count < MaxAttributes,
            // The parser's time grows with the square of the depth, so it is stopped on its way down. An element has no
            // parent yet when it is created: the one before it tells how deep the parser is.
            OnCreated = (element, _) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (++created > max)
                {
                    throw TooManyElements(max);
                }

                if (created % DepthCheckInterval == 0 && previous?.Ancestors().Skip(MaxDepth).Any() == true)
                {
                    throw TooDeep();
                }

                previous = element;
            },
        };
        IHtmlDocument page = new HtmlParser(options).ParseDocument(html.AsMemory());
        LargeText.FreeMemory(html.Length);
        return page;
    }

    private static ArticleReadException TooManyElements(int max) =>
        new(
            ArticleReadError.TooComplex,
            FormattableString.Invariant(
                $"The page has more than {max:N0} elements, the limit for its size: split it, or save its text as plain text (.txt)."
            )
        );

    private static ArticleReadException TooDeep() =>
        new(
            ArticleReadError.Malformed,
            $"The page nests its elements more than {MaxDepth} deep: repair it, or save its text as plain text (.txt)."
        );

    /// <summary>True for an element whose text a reader of the page does not see.</summary>
    public static bool IsHidden(IElement element) =>
        IsNeverText(element.LocalName)
        || element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || (element.LocalName == "dialog" && !element.HasAttribute("open"))
        || IsHiddenByStyle(element.GetAttribute("style"));

    /// <summary>Takes away what is hidden, so that nothing that works on the tree later sees it.</summary>
    public static void RemoveHidden(IDocument document)
    {
        foreach (IElement element in document.All.Where(IsHidden).ToList())
        {
            if (element.LocalName is not ("html" or "body" or "head"))
            {
                element.Remove();
            }
        }
    }

    private static bool IsNeverText(string name) =>
        name
            is "script"
                or "style"
                or "noscript"
                or "template"
                or "iframe"
                or "object"
                or "embed"
                or "svg"
                or "math"
                or "canvas"
                or "audio"
                or "video"
                or "button"
                or "select"
                or "input"
                or "textarea"
                or "form"
                or "datalist"
                or "rp"
                or "rt";

    private static bool IsHiddenByStyle(string? style)
    {
        if (style is null)
        {
            return false;
        }

        string compact = style.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return compact.Contains("display:none", StringComparison.Ordinal)
            || compact.Contains("visibility:hidden", StringComparison.Ordinal);
    }
}
