using SummitBot.Ingestion.Files;
using SummitBot.Language.Sentences;

namespace SummitBot.Ingestion.Tables;

/// <summary>
/// Writes tables as text: each row is one line with its headers (<see cref="TableRow"/>), so that it can be found by
/// them and quoted by itself.
/// </summary>
internal static class TableText
{
    /// <summary>A longer row continues on another line, which repeats the first cell.</summary>
    private const int MaxLineLength = 300;

    private const int MaxGroupLength = 60;

    /// <summary>
    /// The lines of a table whose headers are known; rows without text give none. The name of a group of rows is
    /// repeated before each of them: <c>Electric cars; Model: Zoe; Price: 280.</c>
    /// </summary>
    /// <param name="headers">One for each column, empty where a column has none.</param>
    /// <param name="rows">The rows below the headers; they may be shorter or longer than the headers.</param>
    public static IEnumerable<string> Write(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        string[] titles = [.. headers.Select(CleanText.Line)];
        string group = "";
        bool isUsed = true;
        foreach (IReadOnlyList<string> row in rows)
        {
            string[] cells = [.. row.Select(CleanText.Line)];
            if (IsGroup(cells, titles.Length))
            {
                if (!isUsed)
                {
                    yield return group;
                }

                (group, isUsed) = (cells[0], false);
                continue;
            }

            foreach (string line in FormatLines(titles, cells, group))
            {
                isUsed = true;
                yield return line;
            }
        }

        if (!isUsed)
        {
            yield return group;
        }
    }

    /// <summary>True for a row that names the rows below it: a single text.</summary>
    private static bool IsGroup(string[] cells, int columns) =>
        columns > 2
        && cells is [{ Length: > 0 and <= MaxGroupLength }, .. var others]
        && Array.TrueForAll(others, c => c.Length == 0);

    /// <summary>The lines of a table when it is unknown whether its first row is a header.</summary>
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

    /// <summary>
    /// The lines of a table whose first column names the values in the others. It describes one thing, like a row:
    /// <c>Opened: 1932; Length: 412 metres.</c>
    /// </summary>
    public static IEnumerable<string> WritePairs(IEnumerable<IReadOnlyList<string>> rows)
    {
        List<(string Header, string Value)> line = [];
        foreach (IReadOnlyList<string> row in rows)
        {
            string[] cells = [.. row.Select(CleanText.Line).Where(c => c.Length > 0)];
            (string, string) pair = cells.Length > 1 ? (cells[0], string.Join(", ", cells.Skip(1))) : ("", "");
            if (line.Count > 0 && (cells.Length == 1 || Length(line) + Length([pair]) > MaxLineLength))
            {
                yield return TableRow.Write(line);
                line = [];
            }

            if (cells.Length == 1)
            {
                yield return cells[0];
            }
            else if (cells.Length > 1)
            {
                line.Add(pair);
            }
        }

        if (line.Count > 0)
        {
            yield return TableRow.Write(line);
        }
    }

    private static IEnumerable<string> WriteBare(IEnumerable<IReadOnlyList<string>> rows) =>
        rows.Select(row => string.Join(", ", row.Select(CleanText.Line).Where(c => c.Length > 0)))
            .Where(line => line.Length > 0);

    private static IEnumerable<string> FormatLines(string[] headers, string[] row, string group)
    {
        (string Header, string Value)[] cells =
        [
            .. row.Select((cell, i) => (Header: i < headers.Length ? headers[i] : "", Value: cell))
                .Where(cell => cell.Value.Length > 0),
        ];
        if (cells.Length == 0)
        {
            yield break;
        }

        (string Header, string Value)[] name = group.Length > 0 ? [("", group), cells[0]] : [cells[0]];
        List<(string Header, string Value)> line = [.. name];
        foreach ((string Header, string Value) cell in cells.Skip(1))
        {
            // A cell without a header is appended to the one before it.
            if (cell.Header.Length == 0)
            {
                line[^1] = (line[^1].Header, $"{line[^1].Value}, {cell.Value}");
                continue;
            }

            if (line.Count > name.Length && Length(line) + Length([cell]) > MaxLineLength)
            {
                yield return TableRow.Write(line);
                line = [.. name];
            }

            line.Add(cell);
        }

        yield return TableRow.Write(line);
    }

    private static int Length(List<(string Header, string Value)> cells) =>
        cells.Sum(c => c.Header.Length + c.Value.Length + 4);
}
