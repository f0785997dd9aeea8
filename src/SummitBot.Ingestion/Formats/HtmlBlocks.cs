using System.Text;
using AngleSharp.Dom;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Formats;

/// <summary>The visible text of HTML as blocks; elements that stand in a line do not part it.</summary>
internal sealed class HtmlBlocks
{
    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _current = new();

    /// <summary>The blocks of a piece of HTML, for example of Markdown's raw HTML.</summary>
    /// <exception cref="ArticleReadException">It is nested too deep.</exception>
    public static IReadOnlyList<Block> OfFragment(string html)
    {
        IDocument document = HtmlTree.Parse(html);
        return document.Body is null ? [] : Of(document.Body);
    }

    /// <param name="root">Not nested deeper than <see cref="HtmlTree.MaxDepth"/>.</param>
    public static IReadOnlyList<Block> Of(INode root)
    {
        var walk = new HtmlBlocks();
        walk.AddChildren(root);
        walk.EndBlock(isHeading: false);
        return walk._blocks;
    }

    private void AddChildren(INode parent)
    {
        foreach (INode child in parent.ChildNodes)
        {
            if (child is IText text)
            {
                _current.Append(text.Data);
            }
            else if (child is IElement element && !HtmlTree.IsHidden(element))
            {
                Add(element);
            }
        }
    }

    private void Add(IElement element)
    {
        switch (element.LocalName)
        {
            case "br" or "hr":
                EndBlock(isHeading: false);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                EndBlock(isHeading: false);
                AddChildren(element);
                EndBlock(isHeading: true);
                break;
            case "pre":
                AddPreformatted(element);
                break;
            case "tr":
                AddRow(element);
                break;
            case var name when IsInline(name):
                AddChildren(element);
                break;
            default:
                EndBlock(isHeading: false);
                AddChildren(element);
                EndBlock(isHeading: false);
                break;
        }
    }

    private void AddPreformatted(IElement element)
    {
        EndBlock(isHeading: false);
        foreach (string line in element.TextContent.Split('\n'))
        {
            _current.Append(line);
            EndBlock(isHeading: false);
        }
    }

    private void AddRow(IElement row)
    {
        EndBlock(isHeading: false);
        IEnumerable<string> cells = row
            .Children.Where(cell => !HtmlTree.IsHidden(cell))
            .Select(cell => string.Join(' ', Of(cell).Select(b => b.Text)))
            .Where(cell => cell.Length > 0);
        _current.AppendJoin(", ", cells);
        EndBlock(isHeading: false);
    }

    private void EndBlock(bool isHeading)
    {
        string text = CleanText.Line(_current.ToString());
        _current.Clear();
        if (text.Length > 0)
        {
            _blocks.Add(new Block(text, isHeading));
        }
    }

    private static bool IsInline(string name) =>
        name
            is "a"
                or "abbr"
                or "b"
                or "bdi"
                or "bdo"
                or "big"
                or "cite"
                or "code"
                or "data"
                or "del"
                or "dfn"
                or "em"
                or "font"
                or "i"
                or "img"
                or "ins"
                or "kbd"
                or "label"
                or "mark"
                or "picture"
                or "q"
                or "rb"
                or "ruby"
                or "s"
                or "samp"
                or "small"
                or "span"
                or "strike"
                or "strong"
                or "sub"
                or "sup"
                or "time"
                or "tt"
                or "u"
                or "var"
                or "wbr";
}
