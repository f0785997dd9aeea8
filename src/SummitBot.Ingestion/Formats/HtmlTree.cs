using AngleSharp.Dom;
using SummitBot.Core.Articles;

namespace SummitBot.Ingestion.Formats;

/// <summary>What a reader of a page does not see, and how deep a page may nest.</summary>
internal static class HtmlTree
{
    /// <summary>As browsers have it; walking is recursive, and no page may exhaust the stack.</summary>
    public const int MaxDepth = 512;

    /// <exception cref="ArticleReadException">The tree is deeper than <see cref="MaxDepth"/>.</exception>
    public static void RefuseDepth(INode root)
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
                throw new ArticleReadException(
                    ArticleReadError.Malformed,
                    $"The page nests its elements more than {MaxDepth} deep: repair it, or save its text as plain text (.txt)."
                );
            }
        }
    }

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
