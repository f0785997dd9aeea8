using System.Text;
using AngleSharp.Dom;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Pages;

/// <summary>The visible text of HTML as blocks; elements that stand in a line do not part it, nor do those in a table row.</summary>
internal sealed class HtmlBlocks
{
    /// <summary>Characters; a longer cell is a text by itself.</summary>
    private const int LongestCell = 250;

    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _current = new();
    private readonly bool _skipsNavigation;
    private int _articles;
    private int _rows;

    private HtmlBlocks(bool skipsNavigation) => _skipsNavigation = skipsNavigation;

    /// <summary>The blocks of a piece of HTML, for example of Markdown's raw HTML.</summary>
    /// <exception cref="ArticleReadException">It is nested too deep, or has too many elements.</exception>
    public static IReadOnlyList<Block> FromFragment(string html, CancellationToken cancellationToken) =>
        Read(HtmlTree.Parse(html, cancellationToken), skipsNavigation: false);

    /// <summary>The blocks of a page but for its navigation and what else stands around its text.</summary>
    public static IReadOnlyList<Block> FromPage(IDocument page) => Read(page, skipsNavigation: true);

    /// <summary>All visible blocks below an element.</summary>
    public static IReadOnlyList<Block> FromElement(IElement element)
    {
        var walk = new HtmlBlocks(skipsNavigation: false);
        walk.AddChildren(element);
        walk.EndBlock(isHeading: false);
        return walk._blocks;
    }

    private static IReadOnlyList<Block> Read(IDocument page, bool skipsNavigation)
    {
        var walk = new HtmlBlocks(skipsNavigation);
        if (page.Body is { } body)
        {
            walk.AddChildren(body);
            walk.EndBlock(isHeading: false);
        }

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
            else if (child is IElement element && !HtmlTree.IsHidden(element) && !IsNavigation(element.LocalName))
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
            case "table":
                AddTable(element);
                break;
            case "tr" when _rows > 0 || !HoldsParts(element):
                AddRow(element);
                break;
            case "article" or "main":
                _articles++;
                AddParted(element);
                _articles--;
                break;
            case var name when PageElements.IsInline(name):
                AddChildren(element);
                break;
            default:
                AddParted(element);
                break;
        }
    }

    private void AddParted(IElement element)
    {
        EndBlock(isHeading: false);
        AddChildren(element);
        EndBlock(isHeading: false);
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

    private void AddTable(IElement element)
    {
        HtmlTable? table = _rows > 0 ? null : HtmlTable.Read(element, ReadText);
        if (table is null)
        {
            AddParted(element);
            return;
        }

        EndBlock(isHeading: false);
        foreach (string line in table.Lines().Prepend(table.Caption).Where(line => line.Length > 0))
        {
            _blocks.Add(new Block(line, IsHeading: false));
        }
    }

    /// <summary>The text of a cell, in one line.</summary>
    private string ReadText(IElement cell)
    {
        EndBlock(isHeading: false);
        _rows++;
        AddChildren(cell);
        _rows--;
        string text = CleanText.Line(_current.ToString());
        _current.Clear();
        return text;
    }

    /// <summary>A row of a table that arranges a page is one block, its cells parted by commas; a row inside of it goes into the same block.</summary>
    private void AddRow(IElement row)
    {
        EndBlock(isHeading: false);
        _rows++;
        bool isFirst = true;
        foreach (IElement cell in row.Children)
        {
            if (HtmlTree.IsHidden(cell))
            {
                continue;
            }

            int before = _current.Length;
            _current.Append(isFirst ? "" : ", ");
            int start = _current.Length;
            AddChildren(cell);
            bool isEmpty = IsBlankFrom(start);
            _current.Length = isEmpty ? before : EndOfText(start);
            isFirst &= isEmpty;
        }

        _rows--;
        EndBlock(isHeading: false);
    }

    /// <summary>True for a row of a table that arranges a page: its cells are texts by themselves.</summary>
    private static bool HoldsParts(IElement row) =>
        row.QuerySelector("p, br, div, ul, ol, h1, h2, h3, h4, table, blockquote") is not null
        || row.Children.Any(c => c.TextContent.Length > LongestCell);

    private bool IsBlankFrom(int start) => EndOfText(start) == start;

    private int EndOfText(int start)
    {
        int end = _current.Length;
        while (end > start && char.IsWhiteSpace(_current[end - 1]))
        {
            end--;
        }

        return end;
    }

    private void EndBlock(bool isHeading)
    {
        if (_rows > 0)
        {
            _current.Append(' ');
            return;
        }

        string text = CleanText.Line(_current.ToString());
        _current.Clear();
        if (text.Length > 0)
        {
            _blocks.Add(new Block(text, isHeading));
        }
    }

    private bool IsNavigation(string name) =>
        _skipsNavigation && (name is "nav" or "aside" || (name is "header" or "footer" && _articles == 0));
}
