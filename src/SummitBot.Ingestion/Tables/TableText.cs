using SummitBot.Core.Passages;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Tables;

/// <summary>
/// Writes tables as text: each row is one line that holds its headers (<see cref="TableRow"/>), so that it can be found by
/// them and quoted by itself.
/// </summary>
internal static class TableText
{
    /// <summary>A longer row goes on in a further line, which repeats the first cell.</summary>
    private const int LongestLine = 300;

    /// <summary>The lines of a table whose headers are known; rows without text give none.</summary>
    /// <param name="headers">One for each column, empty where a column has none.</param>
    /// <param name="rows">The rows below the headers; they may be shorter or longer than those.</param>
    public static IEnumerable<string> Write(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        string[] titles = [.. headers.Select(CleanText.Line)];
        return rows.SelectMany(row => LinesOf(titles, row));
    }

    /// <summary>The lines of a table of which it is not known whether its first row is a header.</summary>
    public static IEnumerable<string> Write(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] filled = [.. rows.Where(row => row.Any(c => !string.IsNullOrWhiteSpace(c)))];
        if (HeaderRow.IsFirst(filled))
        {
            return Write(filled[0], filled.Skip(1));
        }

        int columns = filled.Select(row => row.Count).DefaultIfEmpty().Max();
        return columns == 2 ? WritePairs(filled) : WriteBare(filled);
    }

    /// <summary>The lines of a table whose first column names what the others hold: <c>Opened: 1932.</c></summary>
    public static IEnumerable<string> WritePairs(IEnumerable<IReadOnlyList<string>> rows)
    {
        foreach (IReadOnlyList<string> row in rows)
        {
            string[] cells = [.. row.Select(CleanText.Line).Where(c => c.Length > 0)];
            if (cells.Length > 1)
            {
                yield return TableRow.Write([(cells[0], string.Join(", ", cells.Skip(1)))]);
            }
            else if (cells.Length == 1)
            {
                yield return cells[0];
            }
        }
    }

    private static IEnumerable<string> WriteBare(IEnumerable<IReadOnlyList<string>> rows) =>
        rows.Select(row => string.Join(", ", row.Select(CleanText.Line).Where(c => c.Length > 0)))
            .Where(line => line.Length > 0);

    private static IEnumerable<string> LinesOf(string[] headers, IReadOnlyList<string> row)
    {
        (string Header, string Value)[] cells =
        [
            .. row.Select((cell, i) => (Header: i < headers.Length ? headers[i] : "", Value: CleanText.Line(cell)))
                .Where(cell => cell.Value.Length > 0),
        ];
        if (cells.Length == 0)
        {
            yield break;
        }

        List<(string Header, string Value)> line = [cells[0]];
        foreach ((string Header, string Value) cell in cells.Skip(1))
        {
            // A cell without a header belongs to the one before it.
            if (cell.Header.Length == 0)
            {
                line[^1] = (line[^1].Header, $"{line[^1].Value}, {cell.Value}");
                continue;
            }

            if (line.Count > 1 && Length(line) + Length([cell]) > LongestLine)
            {
                yield return TableRow.Write(line);
                line = [cells[0]];
            }

            line.Add(cell);
        }

        yield return TableRow.Write(line);
    }

    private static int Length(List<(string Header, string Value)> cells) =>
        cells.Sum(c => c.Header.Length + c.Value.Length + 4);
}
