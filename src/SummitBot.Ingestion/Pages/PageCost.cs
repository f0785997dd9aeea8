using AngleSharp.Dom;

namespace SummitBot.Ingestion.Pages;

/// <summary>
/// What it costs to search a page for its article. Removing elements takes time with the square of an element's children,
/// and the text of an element is read anew for elements around it.
/// </summary>
/// <param name="Elements">Elements and pieces of text.</param>
/// <param name="SquaredWidths">The squares of all elements' numbers of children, added up.</param>
/// <param name="NestedText">Characters, each counted once for every element around it.</param>
internal readonly record struct PageCost(int Elements, long SquaredWidths, long NestedText)
{
    private const int MaxElements = 50_000;

    /// <summary>About 7,000 children of one element, or 3,500 paragraphs with line ends between them.</summary>
    private const long MaxSquaredWidths = 50_000_000;

    private const long MaxNestedText = 4_000_000;

    /// <summary>True when the search takes a second or two at most.</summary>
    public bool IsModest => Elements <= MaxElements && SquaredWidths <= MaxSquaredWidths && NestedText <= MaxNestedText;

    public static PageCost Measure(INode page)
    {
        int elements = 0;
        long squaredWidths = 0;
        long nestedText = 0;
        var open = new Stack<(INode Node, int Depth)>([(page, 0)]);
        while (open.TryPop(out (INode Node, int Depth) next))
        {
            INodeList children = next.Node.ChildNodes;
            elements++;
            squaredWidths += (long)children.Length * children.Length;
            nestedText += next.Node is IText text ? (long)text.Length * next.Depth : 0;
            foreach (INode child in children)
            {
                open.Push((child, next.Depth + 1));
            }
        }

        return new PageCost(elements, squaredWidths, nestedText);
    }
}
