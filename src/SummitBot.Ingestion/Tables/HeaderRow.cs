namespace SummitBot.Ingestion.Tables;

/// <summary>Decides whether the first row of a table is its header.</summary>
internal static class HeaderRow
{
    private const int MaxHeaderLength = 60;

    /// <summary>
    /// True when the first row has a short name without figures for every column (except possibly the first), no
    /// duplicate names, and the rows below look different: they contain figures, or the table has more than two
    /// columns.
    /// </summary>
    public static bool IsFirst(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count < 2 || rows[0].Count < 2)
        {
            return false;
        }

        string[] names = [.. rows[0].Select(c => c.Trim())];
        bool areNames =
            names.Skip(1).All(n => n.Length is > 0 and <= MaxHeaderLength)
            && names[0].Length <= MaxHeaderLength
            && names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length
            && !names.Any(HoldsValue);
        return areNames && (names.Length > 2 || HasFigures(rows));
    }

    private static bool HasFigures(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int filled = 0;
        int figures = 0;
        foreach (string cell in rows.Skip(1).Where(row => row.Count > 1).Select(row => row[1]))
        {
            filled += string.IsNullOrWhiteSpace(cell) ? 0 : 1;
            figures += HoldsValue(cell) ? 1 : 0;
        }

        return filled > 1 && 2 * figures > filled;
    }

    /// <summary>A figure, a date or an amount; "Q1" and "2nd quarter" are names.</summary>
    private static bool HoldsValue(string cell)
    {
        int digits = cell.Count(char.IsAsciiDigit);
        bool isYear = digits == 4 && cell.Trim().Length == 4;
        return digits > 0 && !isYear && 2 * digits >= cell.Count(char.IsLetterOrDigit);
    }
}
