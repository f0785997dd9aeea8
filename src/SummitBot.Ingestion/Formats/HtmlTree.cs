using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SummitBot.Core.Articles;

namespace SummitBot.Ingestion.Formats;

/// <summary>What a reader of a page does not see, and how deep a page may nest.</summary>
internal static class HtmlTree
{
    /// <summary>Below the 512 where AngleSharp, as browsers do, hangs deeper elements in flat: such a page is broken.</summary>
    public const int MaxDepth = 500;

    /// <summary>Elements made between two looks at the depth while a page is parsed.</summary>
    private const int DepthCheckInterval = 32;

    /// <summary>Parses a page; nothing is fetched and no script runs.</summary>
    /// <exception cref="ArticleReadException">The page nests deeper than <see cref="MaxDepth"/>.</exception>
    public static IHtmlDocument Parse(string html)
    {
        int created = 0;
        IElement? previous = null;
        var options = new HtmlParserOptions
        {
            // The parser's time grows with the square of the depth, so it is stopped on its way down. An element has no
            // parent yet when it is created: the one before it tells how deep the parser is.
            OnCreated = (element, _) =>
            {
                if (++created % DepthCheckInterval == 0 && previous?.Ancestors().Skip(MaxDepth).Any() == true)
                {
                    throw TooDeep();
                }

                previous = element;
            },
        };
        IHtmlDocument document = new HtmlParser(options).ParseDocument(html);
        RefuseDepth(document);
        return document;
    }

    private static void RefuseDepth(INode root)
    {
        int depth = 0;
        INode? node = root;
        while (node is not null)
        {
            if (node.FirstChild is { } child)
            {
                node = child;
                depth++;
            }
            else
            {
                while (node is not null && node != root && node.NextSibling is null)
                {
                    node = node.Parent;
                    depth--;
                }

                node = node == root ? null : node?.NextSibling;
            }

            if (depth > MaxDepth)
            {
                throw TooDeep();
            }
        }
    }

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
