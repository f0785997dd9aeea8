using System.Text;

namespace SummitBot.Language.Sentences;

/// <summary>
/// A table row as one line of text, each cell after the header of its column: <c>Component: Spindle; Yearly limit: 96;
/// Warehouse: Riga.</c> The line is read as one sentence.
/// </summary>
/// <param name="Cells">In the order of the columns, at least one.</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    /// <summary>A longer line is read as prose, because its cells are paragraphs.</summary>
    private const int MaxRowLength = 600;

    private const int MaxHeaderLength = 80;
    private const int MaxWordsOfHeader = 10;
    private const string BetweenCells = "; ";
    private const string AfterHeader = ": ";

    /// <summary>Writes a row in a form that <see cref="TryRead"/> can parse.</summary>
    public static string Write(IEnumerable<(string Header, string Value)> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var line = new StringBuilder();
        foreach ((string header, string value) in cells)
        {
            string plainHeader = Plain(header).TrimEnd(':').Replace(AfterHeader, " ", StringComparison.Ordinal);
            line.Append(line.Length > 0 ? BetweenCells : "")
                .Append(plainHeader)
                .Append(plainHeader.Length > 0 ? AfterHeader : "")
                .Append(Plain(value));
        }

        bool isClosed = line.Length > 0 && line[^1] is '.' or '!' or '?' or '。' or '।';
        return line.Append(isClosed ? "" : ".").ToString();
    }

    /// <summary>Reads a line that is a table row with at least two cells; the first may lack a header.</summary>
    public static bool TryRead(ReadOnlySpan<char> line, out TableRow row)
    {
        row = new TableRow([]);
        if (line.Length is 0 or > MaxRowLength || line[^1] is not ('.' or '!' or '?' or '。' or '।'))
        {
            return false;
        }

        var cells = new List<TableCell>();
        int start = 0;
        while (start < line.Length)
        {
            int found = line[start..].IndexOf(BetweenCells, StringComparison.Ordinal);
            bool isLast = found < 0;
            int end = isLast ? line.Length - 1 : start + found;
            int mark = line[start..end].IndexOf(AfterHeader, StringComparison.Ordinal);
            bool hasHeader = mark > 0 && IsHeader(line.Slice(start, mark));
            int valueStart = hasHeader ? start + mark + AfterHeader.Length : start;
            if (valueStart >= end || (!hasHeader && (cells.Count > 0 || isLast || end - start > MaxHeaderLength)))
            {
                return false;
            }

            string header = hasHeader ? line.Slice(start, mark).ToString() : "";
            cells.Add(new TableCell(header, line[valueStart..end].ToString(), valueStart));
            start = isLast ? line.Length : end + BetweenCells.Length;
        }

        row = new TableRow(cells);
        return cells.Count > 1;
    }

    private static bool IsHeader(ReadOnlySpan<char> text) =>
        text.Length <= MaxHeaderLength
        && !text.Contains(". ", StringComparison.Ordinal)
        && text.Count(' ') < MaxWordsOfHeader;

    private static string Plain(string text) =>
        text.Trim().TrimEnd(';').Replace(BetweenCells, ", ", StringComparison.Ordinal);
}

/// <summary>A cell of a <see cref="TableRow"/>.</summary>
/// <param name="Header">The header of its column; empty when it has none.</param>
/// <param name="Value">Never empty.</param>
/// <param name="Start">Start of the value in the line of the row.</param>
public readonly record struct TableCell(string Header, string Value, int Start);
