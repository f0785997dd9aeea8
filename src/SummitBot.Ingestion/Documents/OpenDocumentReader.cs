using System.Globalization;
using System.Text;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;
using SummitBot.Ingestion.Tables;

namespace SummitBot.Ingestion.Documents;

/// <summary>
/// Reads OpenDocument texts (ISO/IEC 26300-1): headings, paragraphs, lists, tables. Comments and tracked deletions are
/// left out.
/// </summary>
internal sealed class OpenDocumentReader
{
    /// <summary>Cells can be repeated by a count.</summary>
    private const int MaxRepeated = 100;

    private readonly BlockList _blocks;
    private readonly Stack<TableRows> _tables = new();
    private readonly Stack<int> _repeated = new();
    private readonly StringBuilder _text = new();
    private string? _title;

    private OpenDocumentReader(ReadingLimits limits) => _blocks = new BlockList(limits);

    /// <exception cref="ArticleReadException">Not an OpenDocument text, or beyond a limit.</exception>
    public static ParsedArticle Read(byte[] bytes, ReadingLimits limits)
    {
        using var package = new DocumentPackage(bytes, limits);
        var reader = new OpenDocumentReader(limits);
        using (BoundedXml xml = package.Xml("content.xml"))
        {
            reader.ReadContent(xml);
        }

        ArticleMetadata metadata = ArticleMetadata.None;
        if (package.Has("meta.xml"))
        {
            using BoundedXml xml = package.Xml("meta.xml");
            metadata = OfficeProperties.Read(xml);
        }

        return new ParsedArticle(metadata, reader._title, reader._blocks.Blocks) { Notices = package.PictureNotices };
    }

    private void ReadContent(BoundedXml xml)
    {
        bool isTitle = false;
        while (xml.Read())
        {
            if (xml.IsText)
            {
                xml.AppendTextTo(_text);
            }
            else if (xml.IsStart)
            {
                isTitle = Start(xml, isTitle);
            }
            else if (xml.IsEnd)
            {
                End(xml.Name, isTitle);
                isTitle &= xml.Name is not ("p" or "h");
            }
        }
    }

    /// <returns>True inside a paragraph with the style of titles.</returns>
    private bool Start(BoundedXml xml, bool isTitle)
    {
        switch (xml.Name)
        {
            case "tracked-changes"
            or "annotation"
            or "annotation-end"
            or "note-citation"
            or "forms"
            or "automatic-styles"
            or "font-face-decls":
                xml.Skip();
                break;
            case "p" or "h" when !xml.IsEmpty:
                if (_tables.Count == 0)
                {
                    // A note or a text box is inside a paragraph and splits it.
                    _blocks.Add(_text.ToString());
                    _text.Clear();
                }

                return xml.Attribute("style-name") == "Title";
            case "s" or "tab" or "line-break":
                // However many spaces stand here, one remains.
                _text.Append(' ');
                break;
            case "table":
                _tables.Push(new TableRows());
                break;
            case "table-cell" or "covered-table-cell" when _tables.TryPeek(out TableRows? table):
                int count = Repeated(xml.Attribute("number-columns-repeated"));
                if (xml.IsEmpty)
                {
                    EndCells(table, count);
                }
                else
                {
                    _repeated.Push(count);
                }

                break;
        }

        return isTitle;
    }

    private void End(string name, bool isTitle)
    {
        switch (name)
        {
            case "p" or "h":
                string paragraph = _text.ToString();
                _text.Clear();
                if (_tables.TryPeek(out TableRows? cell))
                {
                    cell.AddText(paragraph);
                }
                else
                {
                    _title ??= isTitle && paragraph.Trim().Length > 0 ? Files.CleanText.Line(paragraph) : null;
                    _blocks.Add(paragraph, name == "h" || isTitle);
                }

                break;
            case "table-cell" or "covered-table-cell" when _tables.TryPeek(out TableRows? table):
                EndCells(table, _repeated.TryPop(out int count) ? count : 1);
                break;
            case "table-row" when _tables.TryPeek(out TableRows? table):
                table.EndRow();
                break;
            case "table" when _tables.TryPop(out TableRows? table):
                table.WriteTo(_blocks, _tables.TryPeek(out TableRows? outer) ? outer : null);
                break;
        }
    }

    private static void EndCells(TableRows table, int count)
    {
        for (int i = 0; i < count; i++)
        {
            table.EndCell();
        }
    }

    private static int Repeated(string? number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? Math.Clamp(count, 1, MaxRepeated)
            : 1;
}
