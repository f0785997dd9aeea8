using System.Globalization;
using System.Text;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.Tables;

namespace SummitBot.Ingestion.Documents;

/// <summary>
/// Reads Word documents (Office Open XML, ISO/IEC 29500-1, 17): paragraphs, headings by their style, tables, notes.
/// Tracked deletions, comments, headers and footers are left out.
/// </summary>
internal sealed class WordReader
{
    private const string MainPart = "word/document.xml";

    /// <summary>Outline levels count from 0; 9 is body text.</summary>
    private const int BodyLevel = 9;

    private readonly HashSet<string> _headingStyles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _titleStyles = new(StringComparer.Ordinal) { "Title" };
    private readonly BlockList _blocks;
    private string? _title;

    private WordReader(ReadingLimits limits) => _blocks = new BlockList(limits);

    /// <exception cref="ArticleReadException">Not a Word document, or beyond a limit.</exception>
    public static ParsedArticle Read(byte[] bytes, ReadingLimits limits)
    {
        using var package = new DocumentPackage(bytes, limits);
        var reader = new WordReader(limits);
        string main =
            package.ReadReferences("").Values.FirstOrDefault(r => r.Type == "officeDocument").Part ?? MainPart;
        DocumentPackage.Reference[] parts = [.. package.ReadReferences(main).Values];
        reader.ReadStyles(package, parts);
        reader.ReadBody(package, main);
        foreach (string notes in (string[])["footnotes", "endnotes"])
        {
            if (parts.FirstOrDefault(p => p.Type == notes).Part is { } part && package.Has(part))
            {
                reader.ReadBody(package, part);
            }
        }

        return new ParsedArticle(OfficeProperties.ReadOpenXml(package), reader._title, reader._blocks.Blocks)
        {
            Notices = package.PictureNotices,
        };
    }

    /// <summary>A heading style has an outline level, or is based on such a style by name.</summary>
    private void ReadStyles(DocumentPackage package, DocumentPackage.Reference[] parts)
    {
        if (parts.FirstOrDefault(p => p.Type == "styles").Part is not { } part || !package.Has(part))
        {
            return;
        }

        using BoundedXml xml = package.Xml(part);
        string style = "";
        while (xml.Read())
        {
            if (!xml.IsStart)
            {
                continue;
            }

            string value = xml.Attribute("val") ?? "";
            switch (xml.Name)
            {
                case "style":
                    style = xml.Attribute("styleId") ?? "";
                    break;
                case "outlineLvl" when IsHeadingLevel(value):
                case "name" when value.StartsWith("heading ", StringComparison.OrdinalIgnoreCase):
                case "basedOn" when _headingStyles.Contains(value):
                    _headingStyles.Add(style);
                    break;
                case "name" when value.Equals("Title", StringComparison.OrdinalIgnoreCase):
                    _titleStyles.Add(style);
                    break;
            }
        }
    }

    private static bool IsHeadingLevel(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int level) && level < BodyLevel;

    private void ReadBody(DocumentPackage package, string part)
    {
        using BoundedXml xml = package.Xml(part);
        var tables = new Stack<TableRows>();
        var text = new StringBuilder();
        bool isHeading = false;
        bool isTitle = false;
        while (xml.Read())
        {
            if (xml.IsStart && IsLeftOut(xml))
            {
                xml.Skip();
            }
            else if (xml.IsStart)
            {
                switch (xml.Name)
                {
                    case "tbl":
                        tables.Push(new TableRows());
                        break;
                    case "p":
                        (isHeading, isTitle) = (false, false);
                        break;
                    case "pStyle":
                        string style = xml.Attribute("val") ?? "";
                        isHeading |= _headingStyles.Contains(style);
                        isTitle |= _titleStyles.Contains(style);
                        break;
                    case "outlineLvl":
                        isHeading |= IsHeadingLevel(xml.Attribute("val") ?? "");
                        break;
                    case "t":
                        xml.ReadTextTo(text);
                        break;
                    case "tab" or "br" or "cr" or "ptab":
                        text.Append(' ');
                        break;
                    case "noBreakHyphen":
                        text.Append('-');
                        break;
                }
            }
            else if (xml.IsEnd)
            {
                EndElement(xml.Name, tables, text, isHeading, isTitle);
            }
        }
    }

    private void EndElement(string name, Stack<TableRows> tables, StringBuilder text, bool isHeading, bool isTitle)
    {
        switch (name)
        {
            case "p":
                string paragraph = text.ToString();
                text.Clear();
                if (tables.TryPeek(out TableRows? table))
                {
                    table.AddText(paragraph);
                }
                else
                {
                    _title ??= isTitle && paragraph.Trim().Length > 0 ? Files.CleanText.Line(paragraph) : null;
                    _blocks.Add(paragraph, isHeading || isTitle);
                }

                break;
            case "tc" when tables.TryPeek(out TableRows? open):
                open.EndCell();
                break;
            case "tr" when tables.TryPeek(out TableRows? open):
                open.EndRow();
                break;
            case "tbl" when tables.TryPop(out TableRows? open):
                open.WriteTo(_blocks, tables.TryPeek(out TableRows? outer) ? outer : null);
                break;
        }
    }

    /// <summary>Deleted text, the fallback of a drawing for older programs, and note numbers.</summary>
    private static bool IsLeftOut(BoundedXml xml) =>
        xml.Name is "del" or "moveFrom" or "Fallback" or "instrText" or "delText"
        || (xml.Name is "footnote" or "endnote" && xml.Attribute("type") is "separator" or "continuationSeparator");
}
