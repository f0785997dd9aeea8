using System.Text;
using AngleSharp.Dom;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Pages;

/// <summary>
/// The visible text of HTML as blocks; inline elements do not split it, nor do elements in a table row.
/// </summary>
internal sealed class HtmlBlocks
{
    /// <summary>Characters; the text of a longer cell becomes a block of its own.</summary>
    private const int MaxCellLength = 250;

    private readonly BlockList _blocks;
    private readonly StringBuilder _current = new();
    private readonly bool _skipsNavigation;
    private int _articles;
    private int _rows;

    private HtmlBlocks(BlockList blocks, bool skipsNavigation) =>
        (_blocks, _skipsNavigation) = (blocks, skipsNavigation);

    /// <summary>The blocks of a piece of HTML, for example of Markdown's raw HTML.</summary>
    /// <exception cref="ArticleReadException">It is nested too deep, or has too many elements, lines or characters.</exception>
    public static IReadOnlyList<Block> FromFragment(string html, CancellationToken cancellationToken) =>
        Read(
            HtmlTree.Parse(html, cancellationToken).Body,
            new BlockList(cancellationToken, html.Length),
            skipsNavigation: false
        );

    /// <summary>The blocks of a page without its navigation and other surroundings.</summary>
    /// <exception cref="ArticleReadException">It has too many lines or characters.</exception>
    public static IReadOnlyList<Block> FromPage(IDocument page, CancellationToken cancellationToken) =>
        Read(page.Body, new BlockList(cancellationToken, page.Source.Length), skipsNavigation: true);

    /// <summary>All visible blocks below an element.</summary>
    /// <exception cref="ArticleReadException">It has too many lines or characters.</exception>
    public static IReadOnlyList<Block> FromElement(IElement element, CancellationToken cancellationToken) =>
        Read(element, new BlockList(cancellationToken, element.Owner?.Source.Length ?? 0), skipsNavigation: false);

    private static IReadOnlyList<Block> Read(IElement? element, BlockList blocks, bool skipsNavigation)
    {
        var walk = new HtmlBlocks(blocks, skipsNavigation);
        if (element is not null)
        {
            walk.AddChildren(element);
            walk.EndBlock(isHeading: false);
        }

        return blocks.Blocks;
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
        foreach (ReadOnlySpan<char> line in element.TextContent.AsSpan().EnumerateLines())
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
        _blocks.AddAll(table.Lines().Prepend(table.Caption));
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

    /// <summary>
    /// A row of a layout table is one block, its cells separated by commas; a nested row is part of the same block.
    /// </summary>
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

    /// <summary>True for a row of a layout table, whose cells are independent texts.</summary>
    private static bool HoldsParts(IElement row) =>
        row.QuerySelector("p, br, div, ul, ol, h1, h2, h3, h4, table, blockquote") is not null
        || row.Children.Any(c => c.TextContent.Length > MaxCellLength);

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

        _blocks.Add(_current.ToString(), isHeading);
        _current.Clear();
    }

    private bool IsNavigation(string name) =>
        _skipsNavigation && (name is "nav" or "aside" || (name is "header" or "footer" && _articles == 0));
}
