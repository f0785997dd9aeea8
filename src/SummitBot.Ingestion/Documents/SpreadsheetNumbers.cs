using System.Globalization;

namespace SummitBot.Ingestion.Documents;

/// <summary>Writes the numbers of cells as people see them: days, percentages, plain numbers.</summary>
internal sealed class SpreadsheetNumbers
{
    public static readonly SpreadsheetNumbers None = new([], countsFrom1904: false);

    private const int DaysTo1904 = 1_462;
    private const double LastDay = 2_958_465;

    private readonly List<Kind> _kinds;
    private readonly bool _countsFrom1904;

    private SpreadsheetNumbers(List<Kind> kinds, bool countsFrom1904) =>
        (_kinds, _countsFrom1904) = (kinds, countsFrom1904);

    private enum Kind
    {
        Plain,
        Day,
        DayAndTime,
        Time,
        Percent,
    }

    /// <param name="xml">The part with the styles.</param>
    /// <param name="countsFrom1904">True for workbooks whose days count from 1904.</param>
    public static SpreadsheetNumbers Read(BoundedXml xml, bool countsFrom1904)
    {
        var formats = new Dictionary<string, string>(StringComparer.Ordinal);
        var kinds = new List<Kind>();
        bool isOfCells = false;
        while (xml.Read())
        {
            if (xml is { IsStart: true, Name: "numFmt" } && xml.Attribute("numFmtId") is { } id)
            {
                formats[id] = xml.Attribute("formatCode") ?? "";
            }
            else if (xml.Name == "cellXfs")
            {
                isOfCells = xml.IsStart;
            }
            else if (isOfCells && xml is { IsStart: true, Name: "xf" })
            {
                string format = xml.Attribute("numFmtId") ?? "0";
                kinds.Add(formats.TryGetValue(format, out string? code) ? GetKind(code) : KindOfBuiltIn(format));
            }
        }

        return new SpreadsheetNumbers(kinds, countsFrom1904);
    }

    public string Write(string value, string style)
    {
        bool isNumber = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        if (!isNumber)
        {
            return value;
        }

        int at = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) ? parsed : 0;
        Kind kind = at < _kinds.Count ? _kinds[at] : Kind.Plain;
        double day = number + (_countsFrom1904 ? DaysTo1904 : 0);
        return kind switch
        {
            Kind.Percent => $"{Plain(Math.Round(number * 100, 6))} %",
            Kind.Time when number is >= 0 and < 1 => DateTime
                .FromOADate(number)
                .ToString("HH:mm", CultureInfo.InvariantCulture),
            Kind.Day or Kind.DayAndTime when day is >= 1 and <= LastDay => DateTime
                .FromOADate(day)
                .ToString(kind == Kind.Day ? "d MMMM yyyy" : "d MMMM yyyy HH:mm", CultureInfo.InvariantCulture),
            _ => Plain(number),
        };
    }

    /// <summary>What a sum in binary numbers adds at the far end is cut.</summary>
    private static string Plain(double number) => number.ToString("0.###########", CultureInfo.InvariantCulture);

    /// <summary>The formats that every workbook has (ISO/IEC 29500-1, 18.8.30).</summary>
    private static Kind KindOfBuiltIn(string id) =>
        id switch
        {
            "9" or "10" => Kind.Percent,
            "14" or "15" or "16" or "17" => Kind.Day,
            "18" or "19" or "20" or "21" or "45" or "46" or "47" => Kind.Time,
            "22" => Kind.DayAndTime,
            _ => Kind.Plain,
        };

    private static Kind GetKind(string code)
    {
        string bare = WithoutQuoted(code);
        bool hasDay = bare.Contains('y', StringComparison.Ordinal) || bare.Contains('d', StringComparison.Ordinal);
        bool hasTime = bare.Contains('h', StringComparison.Ordinal) || bare.Contains('s', StringComparison.Ordinal);
        return hasDay && hasTime ? Kind.DayAndTime
            : hasDay ? Kind.Day
            : hasTime ? Kind.Time
            : bare.Contains('%', StringComparison.Ordinal) ? Kind.Percent
            : Kind.Plain;
    }

    /// <summary>The code of positive numbers without texts, colours and escaped characters.</summary>
    private static string WithoutQuoted(string code)
    {
        var bare = new System.Text.StringBuilder();
        char closing = '\0';
        for (int i = 0; i < code.Length && (closing != '\0' || code[i] != ';'); i++)
        {
            char c = code[i];
            if (closing != '\0')
            {
                closing = c == closing ? '\0' : closing;
            }
            else if (c is '"' or '[')
            {
                closing = c == '"' ? '"' : ']';
            }
            else if (c is '\\' or '_' or '*')
            {
                i++;
            }
            else
            {
                bare.Append(char.ToLowerInvariant(c));
            }
        }

        return bare.ToString();
    }
}
