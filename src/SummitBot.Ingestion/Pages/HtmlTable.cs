using System.Globalization;
using AngleSharp.Dom;
using SummitBot.Ingestion.Tables;

namespace SummitBot.Ingestion.Pages;

/// <summary>A data table in HTML; layout tables are not included.</summary>
internal sealed class HtmlTable
{
    private const int MaxColumns = 200;
    private const int MaxSpannedRows = 200;

    /// <summary>A longer text that spans several rows is written only in the first one.</summary>
    private const int MaxRepeatedLength = 200;

    /// <summary>A table with a larger average cell length, in characters, is a layout table.</summary>
    private const int MaxAverageCellLength = 250;

    private const string Arranging =
        "table, h1, h2, h3, h4, h5, h6, form, nav, aside, article, section, header, footer, pre, iframe, dl";

    private readonly List<IReadOnlyList<string>> _headers = [];
    private readonly List<IReadOnlyList<string>> _rows = [];
    private bool _isNamedByFirstCells = true;

    private HtmlTable() { }

    /// <summary>The caption above the table; empty when there is none.</summary>
    public string Caption { get; private set; } = "";

    /// <summary>Reads a table; null for a layout table.</summary>
    /// <param name="textOf">The visible text of a cell, in one line.</param>
    public static HtmlTable? Read(IElement table, Func<IElement, string> textOf)
    {
        IElement[] rows = [.. FindRows(table)];
        bool isMarked = rows.Any(row => row.Children.Any(c => c.LocalName == "th")) || FindCaption(table) is not null;
        bool arranges =
            table.GetAttribute("role") is "presentation" or "none"
            || rows.Length == 0
            || (rows.Length == 1 && !isMarked)
            || rows.All(row => row.ChildElementCount < 2)
            || table.QuerySelector(Arranging) is not null;
        if (arranges)
        {
            return null;
        }

        var read = new HtmlTable { Caption = FindCaption(table) is { } caption ? textOf(caption) : "" };
        read.Add(rows, textOf);
        return isMarked || read.HasShortCells ? read : null;
    }

    /// <summary>The rows as lines of the article's text.</summary>
    public IEnumerable<string> Lines()
    {
        if (_headers.Count > 0)
        {
            return TableText.Write(Merge(_headers), _rows);
        }

        return _isNamedByFirstCells ? TableText.WritePairs(_rows) : TableText.Write(_rows);
    }

    private bool HasShortCells =>
        _rows.SelectMany(row => row).Where(c => c.Length > 0).Select(c => c.Length).DefaultIfEmpty().Average()
        <= MaxAverageCellLength;

    private void Add(IElement[] rows, Func<IElement, string> textOf)
    {
        var spanning = new Dictionary<int, (string Text, int Rows)>();
        foreach (IElement row in rows)
        {
            IElement[] cells = [.. row.Children.Where(c => c.LocalName is "td" or "th" && !HtmlTree.IsHidden(c))];
            bool isGroup = cells.Length == 1 && ReadSpan(cells[0], "colspan", MaxColumns) > 2 && _headers.Count > 0;
            IReadOnlyList<string> texts = isGroup ? [textOf(cells[0])] : Place(cells, spanning, textOf);
            bool isHeader =
                _rows.Count == 0
                && cells.Length > 0
                && (Array.TrueForAll(cells, c => c.LocalName == "th") || row.ParentElement?.LocalName == "thead");
            if (isHeader)
            {
                _headers.Add(texts);
            }
            else if (texts.Any(t => t.Length > 0))
            {
                _rows.Add(texts);
                _isNamedByFirstCells &=
                    cells is [{ LocalName: "th" }, ..] && cells.Skip(1).All(c => c.LocalName == "td");
            }
        }
    }

    /// <summary>The texts of a row by column: a cell that spans several columns is repeated in each.</summary>
    private static List<string> Place(
        IElement[] cells,
        Dictionary<int, (string Text, int Rows)> spanning,
        Func<IElement, string> textOf
    )
    {
        var texts = new List<string>();
        foreach (IElement cell in cells)
        {
            AddSpanning(texts, spanning);
            string text = textOf(cell);
            int columns = ReadSpan(cell, "colspan", MaxColumns);
            int rows = ReadSpan(cell, "rowspan", MaxSpannedRows);
            for (int i = 0; i < columns && texts.Count < MaxColumns; i++)
            {
                if (rows > 1)
                {
                    spanning[texts.Count] = (text.Length <= MaxRepeatedLength ? text : "", rows - 1);
                }

                texts.Add(i == 0 || text.Length <= MaxRepeatedLength ? text : "");
            }
        }

        AddSpanning(texts, spanning);
        return texts;
    }

    private static void AddSpanning(List<string> texts, Dictionary<int, (string Text, int Rows)> spanning)
    {
        while (spanning.Remove(texts.Count, out (string Text, int Rows) from))
        {
            if (from.Rows > 1)
            {
                spanning[texts.Count] = (from.Text, from.Rows - 1);
            }

            texts.Add(from.Text);
        }
    }

    private static int ReadSpan(IElement cell, string attribute, int max) =>
        int.TryParse(cell.GetAttribute(attribute), NumberStyles.Integer, CultureInfo.InvariantCulture, out int span)
            ? Math.Clamp(span, 1, max)
            : 1;

    /// <summary>One header for each column, merged from the header rows: <c>2024 Sales</c>.</summary>
    private static string[] Merge(List<IReadOnlyList<string>> headers) =>
        [
            .. Enumerable
                .Range(0, headers.Max(h => h.Count))
                .Select(column =>
                    string.Join(
                        ' ',
                        headers
                            .Where(h => column < h.Count && h[column].Length > 0)
                            .Select(h => h[column])
                            .Distinct(StringComparer.OrdinalIgnoreCase)
                    )
                ),
        ];

    private static IElement? FindCaption(IElement table) =>
        table.Children.FirstOrDefault(c => c.LocalName == "caption");

    private static IEnumerable<IElement> FindRows(IElement table) =>
        table
            .Children.SelectMany(c =>
                c.LocalName is "thead" or "tbody" or "tfoot" ? c.Children : Enumerable.Repeat(c, 1)
            )
            .Where(row => row.LocalName == "tr" && !HtmlTree.IsHidden(row));
}
