using System.Globalization;
using System.Text;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.Tables;

namespace SummitBot.Ingestion.Documents;

/// <summary>
/// Reads Excel workbooks (Office Open XML, ISO/IEC 29500-1, 18): each sheet with its name as a heading and each row as
/// a line with its headers. Formulas are read as their stored results; hidden sheets are left out.
/// </summary>
internal sealed class SpreadsheetReader
{
    private const string MainPart = "xl/workbook.xml";
    private const int MaxColumns = 500;

    private readonly DocumentPackage _package;
    private readonly ReadingLimits _limits;
    private readonly BlockList _blocks;
    private readonly List<string> _strings = [];
    private SpreadsheetNumbers _numbers = SpreadsheetNumbers.None;

    private SpreadsheetReader(DocumentPackage package, ReadingLimits limits)
    {
        _package = package;
        _limits = limits;
        _blocks = new BlockList(limits);
    }

    /// <exception cref="ArticleReadException">Not a workbook, or beyond a limit.</exception>
    public static ParsedArticle Read(byte[] bytes, ReadingLimits limits)
    {
        using var package = new DocumentPackage(bytes, limits);
        var reader = new SpreadsheetReader(package, limits);
        string main =
            package.ReadReferences("").Values.FirstOrDefault(r => r.Type == "officeDocument").Part ?? MainPart;
        IReadOnlyDictionary<string, DocumentPackage.Reference> parts = package.ReadReferences(main);
        reader.ReadStrings(FindPart(parts, "sharedStrings"));
        bool countsFrom1904 = false;
        List<(string Name, string Id)> sheets = reader.Sheets(main, ref countsFrom1904);
        reader.ReadNumberFormats(FindPart(parts, "styles"), countsFrom1904);
        foreach ((string name, string id) in sheets)
        {
            if (parts.TryGetValue(id, out DocumentPackage.Reference sheet) && package.Has(sheet.Part))
            {
                reader.ReadSheet(name, sheet.Part, isOnly: sheets.Count == 1);
            }
        }

        return new ParsedArticle(OfficeProperties.ReadOpenXml(package), null, reader._blocks.Blocks)
        {
            Notices = package.PictureNotices,
        };
    }

    private static string? FindPart(IReadOnlyDictionary<string, DocumentPackage.Reference> parts, string type) =>
        parts.Values.FirstOrDefault(p => p.Type == type).Part;

    private List<(string Name, string Id)> Sheets(string main, ref bool countsFrom1904)
    {
        var sheets = new List<(string, string)>();
        using BoundedXml xml = _package.Xml(main);
        while (xml.Read())
        {
            if (xml is { IsStart: true, Name: "workbookPr" })
            {
                countsFrom1904 = xml.Attribute("date1904") is "1" or "true";
            }
            else if (
                xml is { IsStart: true, Name: "sheet" }
                && xml.Attribute("state") is not ("hidden" or "veryHidden")
            )
            {
                sheets.Add((xml.Attribute("name") ?? "", xml.Attribute("r:id") ?? ""));
            }
        }

        return sheets;
    }

    private void ReadStrings(string? part)
    {
        if (part is null || !_package.Has(part))
        {
            return;
        }

        using BoundedXml xml = _package.Xml(part);
        long characters = 0;
        while (xml.Read())
        {
            if (xml is { IsStart: true, Name: "si" })
            {
                _strings.Add(ReadText(xml));
                characters += _strings[^1].Length;
                if (characters > _limits.MaxCharacters)
                {
                    throw new ArticleReadException(
                        ArticleReadError.TooComplex,
                        FormattableString.Invariant(
                            $"Its cells hold more than {_limits.MaxCharacters:N0} characters: split the workbook."
                        )
                    );
                }
            }
        }
    }

    /// <summary>The text of a string item or an inline string, without phonetic hints.</summary>
    private static string ReadText(BoundedXml xml)
    {
        var text = new StringBuilder();
        int depth = xml.Depth;
        while (!xml.IsEmpty && xml.Read() && xml.Depth > depth)
        {
            if (xml is { IsStart: true, Name: "rPh" })
            {
                xml.Skip();
            }
            else if (xml is { IsStart: true, Name: "t" })
            {
                xml.ReadTextTo(text);
            }
        }

        return text.ToString();
    }

    private void ReadNumberFormats(string? part, bool countsFrom1904)
    {
        if (part is null || !_package.Has(part))
        {
            return;
        }

        using BoundedXml xml = _package.Xml(part);
        _numbers = SpreadsheetNumbers.Read(xml, countsFrom1904);
    }

    private void ReadSheet(string name, string part, bool isOnly)
    {
        using BoundedXml xml = _package.Xml(part);
        var rows = new TableRows();
        int column = 0;
        while (xml.Read())
        {
            if (xml is { IsStart: true, Name: "row" })
            {
                column = 0;
                if (xml.Attribute("hidden") is "1" or "true")
                {
                    xml.Skip();
                }
            }
            else if (xml is { IsStart: true, Name: "c" })
            {
                int at = ParseColumn(xml.Attribute("r")) ?? column;
                for (; column < Math.Min(at, MaxColumns); column++)
                {
                    rows.EndCell();
                }

                string value = ReadValue(xml);
                if (column++ < MaxColumns)
                {
                    rows.AddText(value);
                    rows.EndCell();
                }
            }
            else if (xml is { IsEnd: true, Name: "row" })
            {
                rows.EndRow();
            }
        }

        if (!isOnly)
        {
            _blocks.Add(name, isHeading: true);
        }

        rows.WriteTo(_blocks, outer: null);
    }

    private string ReadValue(BoundedXml xml)
    {
        string type = xml.Attribute("t") ?? "n";
        string style = xml.Attribute("s") ?? "0";
        string value = "";
        int depth = xml.Depth;
        while (!xml.IsEmpty && xml.Read() && xml.Depth > depth)
        {
            if (xml is { IsStart: true, Name: "v" })
            {
                value = xml.ReadText();
            }
            else if (xml is { IsStart: true, Name: "is" })
            {
                value = ReadText(xml);
            }
        }

        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int at)
            && at < _strings.Count
                ? _strings[at]
                : "",
            "b" => value == "1" ? "yes" : "no",
            "e" => "",
            "n" => _numbers.Write(value, style),
            _ => value,
        };
    }

    /// <summary>The column index of a cell's name, from 0: 27 for <c>AB12</c>.</summary>
    private static int? ParseColumn(string? name)
    {
        int column = 0;
        foreach (char c in name ?? "")
        {
            if (!char.IsAsciiLetterUpper(c) || column > MaxColumns)
            {
                break;
            }

            column = (column * 26) + (c - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }
}
