using System.Text;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.Tables;

namespace SummitBot.Ingestion.Documents;

/// <summary>
/// Reads PowerPoint presentations (Office Open XML, ISO/IEC 29500-1, 19): each slide with its title as a heading, its text,
/// its tables and the speaker's notes. A slide is a page.
/// </summary>
internal sealed class PresentationReader
{
    private const string MainPart = "ppt/presentation.xml";

    private readonly BlockList _blocks;
    private int _slide;
    private string? _title;

    private PresentationReader(ReadingLimits limits) => _blocks = new BlockList(limits);

    /// <exception cref="ArticleReadException">Not a presentation, or beyond a limit.</exception>
    public static ParsedArticle Read(byte[] bytes, ReadingLimits limits)
    {
        using var package = new DocumentPackage(bytes, limits);
        var reader = new PresentationReader(limits);
        string main =
            package.ReadReferences("").Values.FirstOrDefault(r => r.Type == "officeDocument").Part ?? MainPart;
        IReadOnlyDictionary<string, DocumentPackage.Reference> slides = package.ReadReferences(main);
        foreach (string id in SlideIds(package, main))
        {
            if (slides.TryGetValue(id, out DocumentPackage.Reference slide) && package.Has(slide.Part))
            {
                reader.ReadSlide(package, slide.Part);
            }
        }

        return new ParsedArticle(OfficeProperties.ReadOpenXml(package), reader._title, reader._blocks.Blocks)
        {
            Notices = package.PictureNotices,
        };
    }

    private static List<string> SlideIds(DocumentPackage package, string main)
    {
        var ids = new List<string>();
        using BoundedXml xml = package.Xml(main);
        while (xml.Read())
        {
            // Its own id is a number; the id of the reference has a prefix.
            if (xml is { IsStart: true, Name: "sldId" } && xml.Attribute("r:id") is { } id)
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    private void ReadSlide(DocumentPackage package, string part)
    {
        _slide++;
        ReadShapes(package, part, isNotes: false);
        string? notes = package.ReadReferences(part).Values.FirstOrDefault(r => r.Type == "notesSlide").Part;
        if (notes is not null && package.Has(notes))
        {
            ReadShapes(package, notes, isNotes: true);
        }
    }

    private void ReadShapes(DocumentPackage package, string part, bool isNotes)
    {
        using BoundedXml xml = package.Xml(part);
        var text = new StringBuilder();
        string placeholder = "";
        TableRows? table = null;
        while (xml.Read())
        {
            if (xml is { IsStart: true, Name: "Fallback" })
            {
                xml.Skip();
            }
            else if (xml.IsStart)
            {
                switch (xml.Name)
                {
                    case "sp":
                        placeholder = "";
                        break;
                    case "ph":
                        placeholder = xml.Attribute("type") ?? "body";
                        break;
                    case "tbl":
                        table = new TableRows();
                        break;
                    case "t":
                        xml.ReadTextTo(text);
                        break;
                    case "br" or "tab":
                        text.Append(' ');
                        break;
                }
            }
            else if (xml.IsEnd)
            {
                switch (xml.Name)
                {
                    case "p":
                        EndParagraph(text, placeholder, table, isNotes);
                        break;
                    case "tc":
                        table?.EndCell();
                        break;
                    case "tr":
                        table?.EndRow();
                        break;
                    case "tbl":
                        table?.WriteTo(_blocks, outer: null);
                        table = null;
                        break;
                }
            }
        }
    }

    private void EndParagraph(StringBuilder text, string placeholder, TableRows? table, bool isNotes)
    {
        string line = CleanText.Line(text.ToString());
        text.Clear();
        if (table is not null)
        {
            table.AddText(line);
        }
        else if (placeholder is not ("sldNum" or "dt" or "ftr" or "hdr"))
        {
            bool isTitle = !isNotes && placeholder is "title" or "ctrTitle";
            _title ??= isTitle && line.Length > 0 ? line : null;
            _blocks.Add(line, isTitle, _slide);
        }
    }
}
