using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace SummitBot.Tests.Ingestion.Formats;

/// <summary>Documents of every format with known text.</summary>
internal static class Samples
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly byte[] Picture = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    /// <summary>A ZIP archive of parts.</summary>
    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in parts)
            {
                using Stream stream = archive.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Zip(params (string Name, string Content)[] parts) =>
        Zip([.. parts.Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Content)))]);

    public static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    /// <summary>A Word document.</summary>
    /// <param name="body">Its body in WordprocessingML.</param>
    public static byte[] Word(string body, string properties = "") =>
        Zip(
            ("_rels/.rels", Relations("officeDocument", "word/document.xml")),
            ("docProps/core.xml", CoreProperties(properties)),
            ("word/_rels/document.xml.rels", Relations("styles", "styles.xml", "footnotes", "footnotes.xml")),
            (
                "word/styles.xml",
                """<w:styles xmlns:w="w"><w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style></w:styles>"""
            ),
            (
                "word/footnotes.xml",
                """<w:footnotes xmlns:w="w"><w:footnote w:type="separator"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote><w:footnote><w:p><w:r><w:t>The pontoon was lent by the town of Greel.</w:t></w:r></w:p></w:footnote></w:footnotes>"""
            ),
            ("word/media/image1.png", Encoding.Latin1.GetString(Picture)),
            ("word/document.xml", $"""<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>""")
        );

    public static string WordParagraph(string text, string style = "") =>
        $"""<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{WebUtility.HtmlEncode(text)}</w:t></w:r></w:p>""";

    public static string WordTable(params string[][] rows) =>
        $"<w:tbl>{string.Concat(rows.Select(r => $"<w:tr>{string.Concat(r.Select(c => $"<w:tc>{WordParagraph(c)}</w:tc>"))}</w:tr>"))}</w:tbl>";

    /// <summary>A presentation whose slide order differs from the order of its files.</summary>
    public static byte[] Presentation(params (string Title, string Text, string Notes)[] slides)
    {
        var parts = new List<(string, string)>
        {
            ("_rels/.rels", Relations("officeDocument", "ppt/presentation.xml")),
            (
                "ppt/presentation.xml",
                $"""<p:presentation xmlns:p="p" xmlns:r="{Office}"><p:sldIdLst>{string.Concat(slides.Select((_, i) => $"""<p:sldId id="{256 + i}" r:id="rId{i}"/>"""))}</p:sldIdLst></p:presentation>"""
            ),
            (
                "ppt/_rels/presentation.xml.rels",
                Relations([.. slides.SelectMany((_, i) => new[] { "slide", $"slides/slide{slides.Length - i}.xml" })])
            ),
        };
        foreach ((int i, (string title, string text, string notes)) in slides.Index())
        {
            string name = $"slide{slides.Length - i}";
            parts.Add(
                (
                    $"ppt/slides/{name}.xml",
                    $"""<p:sld xmlns:p="p" xmlns:a="a"><p:sp><p:nvPr><p:ph type="title"/></p:nvPr><a:p><a:r><a:t>{title}</a:t></a:r></a:p></p:sp><p:sp><p:nvPr><p:ph/></p:nvPr><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sp><p:sp><p:nvPr><p:ph type="sldNum"/></p:nvPr><a:p><a:t>{i + 1}</a:t></a:p></p:sp></p:sld>"""
                )
            );
            parts.Add(($"ppt/slides/_rels/{name}.xml.rels", Relations("notesSlide", $"../notesSlides/{name}.xml")));
            parts.Add(
                (
                    $"ppt/notesSlides/{name}.xml",
                    $"""<p:notes xmlns:p="p" xmlns:a="a"><a:p><a:t>{notes}</a:t></a:p></p:notes>"""
                )
            );
        }

        return Zip([.. parts]);
    }

    /// <summary>
    /// A workbook with visible and hidden sheets: shared strings, a date, a percentage, a formula.
    /// </summary>
    /// <param name="prices">Its second sheet in SpreadsheetML; null for a small one.</param>
    public static byte[] Workbook(string? prices = null) =>
        Zip(
            ("_rels/.rels", Relations("officeDocument", "xl/workbook.xml")),
            (
                "xl/workbook.xml",
                $"""<workbook xmlns:r="{Office}"><sheets><sheet name="Stock" r:id="rId0"/><sheet name="Prices" r:id="rId1"/><sheet name="Secret" state="hidden" r:id="rId2"/></sheets></workbook>"""
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Relations(
                    "worksheet",
                    "worksheets/sheet1.xml",
                    "worksheet",
                    "worksheets/sheet2.xml",
                    "worksheet",
                    "worksheets/sheet3.xml",
                    "sharedStrings",
                    "sharedStrings.xml",
                    "styles",
                    "styles.xml"
                )
            ),
            (
                "xl/sharedStrings.xml",
                "<sst><si><t>Component</t></si><si><t>Yearly limit</t></si><si><t>Checked</t></si><si><t>Share</t></si><si><r><t>Spin</t></r><r><t>dle</t></r></si></sst>"
            ),
            (
                "xl/styles.xml",
                """<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d/m/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs></styleSheet>"""
            ),
            (
                "xl/worksheets/sheet1.xml",
                """<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row><row><c r="A2" t="s"><v>4</v></c><c r="B2"><f>90+6</f><v>96</v></c><c r="C2" s="1"><v>45363</v></c><c r="D2" s="2"><v>0.125</v></c></row></sheetData></worksheet>"""
            ),
            (
                "xl/worksheets/sheet2.xml",
                prices
                    ?? """<worksheet><sheetData><row><c t="inlineStr"><is><t>Part</t></is></c><c t="inlineStr"><is><t>Price</t></is></c><c t="inlineStr"><is><t>Weight</t></is></c></row><row><c t="inlineStr"><is><t>Flange</t></is></c><c><v>7.3</v></c><c><v>12</v></c></row></sheetData></worksheet>"""
            ),
            (
                "xl/worksheets/sheet3.xml",
                """<worksheet><sheetData><row><c t="inlineStr"><is><t>The secret is out.</t></is></c></row></sheetData></worksheet>"""
            )
        );

    /// <summary>An OpenDocument text.</summary>
    public static byte[] OpenDocument(string body) =>
        Zip(
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            (
                "meta.xml",
                """<m xmlns:dc="dc" xmlns:meta="meta"><meta:initial-creator>Ada Quill</meta:initial-creator><meta:creation-date>2024-03-12T09:30:00</meta:creation-date><dc:title>The ferry</dc:title></m>"""
            ),
            (
                "content.xml",
                $"""<o:document xmlns:o="o" xmlns:text="t" xmlns:table="b" xmlns:office="of"><office:text>{body}</office:text></o:document>"""
            )
        );

    public static byte[] Epub(params string[] chapters)
    {
        var parts = new List<(string, string)>
        {
            (
                "META-INF/container.xml",
                """<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>"""
            ),
            (
                "OPS/book.opf",
                $"""<package xmlns:dc="dc"><metadata><dc:title>The lighthouse keeper</dc:title><dc:creator>Ivo Brandt</dc:creator><dc:date>1998-05-01</dc:date><dc:language>en-GB</dc:language></metadata><manifest>{string.Concat(chapters.Select((_, i) => $"""<item id="c{i}" href="text/c%20{i}.xhtml" media-type="application/xhtml+xml"/>"""))}</manifest><spine>{string.Concat(chapters.Select((_, i) => $"""<itemref idref="c{i}"/>"""))}</spine></package>"""
            ),
        };
        parts.AddRange(chapters.Select((c, i) => ($"OPS/text/c {i}.xhtml", $"<html><body>{c}</body></html>")));
        return Zip([.. parts]);
    }

    /// <summary>A PDF document, each page drawn by an action.</summary>
    public static byte[] Pdf(params Action<PdfDrawing>[] pages)
    {
        var builder = new PdfDocumentBuilder();
        PdfDocumentBuilder.AddedFont font = builder.AddStandard14Font(Standard14Font.TimesRoman);
        PdfDocumentBuilder.AddedFont bold = builder.AddStandard14Font(Standard14Font.TimesBold);
        builder.DocumentInformation.Author = "Ada Quill";
        builder.DocumentInformation.CreationDate = "D:20240312093000+01'00'";
        builder.IncludeDocumentInformation = true;
        foreach (Action<PdfDrawing> draw in pages)
        {
            draw(new PdfDrawing(builder.AddPage(PageSize.A4), font, bold));
        }

        return builder.Build();
    }

    /// <summary>A PDF document of hand-written objects, numbered from 1; the first is its catalog.</summary>
    public static byte[] RawPdf(params byte[][] objects)
    {
        using var bytes = new MemoryStream();
        bytes.Write("%PDF-1.4\n"u8);
        var offsets = new List<long>();
        foreach ((int i, byte[] content) in objects.Index())
        {
            offsets.Add(bytes.Position);
            bytes.Write([.. Encoding.ASCII.GetBytes(Line($"{i + 1} 0 obj\n")), .. content, .. "\nendobj\n"u8]);
        }

        long table = bytes.Position;
        string entries = string.Concat(offsets.Select(o => Line($"{o:D10} 00000 n \n")));
        bytes.Write(
            Encoding.ASCII.GetBytes(
                Line(
                    $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n{entries}trailer\n<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF"
                )
            )
        );
        return bytes.ToArray();

        static string Line(FormattableString text) => FormattableString.Invariant(text);
    }

    /// <summary>A PDF document of one page, with a font F1.</summary>
    /// <param name="drawing">The page's operators, in ASCII.</param>
    public static byte[] PdfPage(string drawing) =>
        RawPdf(
            "<</Type/Catalog/Pages 2 0 R>>"u8.ToArray(),
            "<</Type/Pages/Kids[3 0 R]/Count 1>>"u8.ToArray(),
            Encoding.ASCII.GetBytes(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
                    + "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
            ),
            Encoding.ASCII.GetBytes(
                FormattableString.Invariant($"<</Length {drawing.Length}>>\nstream\n{drawing}\nendstream")
            )
        );

    private static string Relations(params string[] typesAndTargets) =>
        $"<Relationships>{string.Concat(typesAndTargets.Chunk(2).Select((r, i) => $"""<Relationship Id="rId{i}" Type="{Office}/{r[0]}" Target="{r[1]}"/>"""))}</Relationships>";

    private static string CoreProperties(string properties) =>
        $"""<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc" xmlns:dcterms="dcterms">{properties}</cp:coreProperties>""";

    /// <summary>Draws lines of text.</summary>
    internal sealed class PdfDrawing(
        PdfPageBuilder page,
        PdfDocumentBuilder.AddedFont font,
        PdfDocumentBuilder.AddedFont bold
    )
    {
        private const double Leading = 1.2;

        /// <param name="x">Points from the left.</param>
        /// <param name="y">Points from the bottom, of the first line.</param>
        public void Write(double x, double y, double size, params string[] lines)
        {
            foreach (string line in lines)
            {
                page.AddText(line, size, new PdfPoint(x, y), font);
                y -= size * Leading;
            }
        }

        public void WriteBold(double x, double y, double size, string line) =>
            page.AddText(line, size, new PdfPoint(x, y), bold);

        public void AddPicture() => page.AddPng(SmallPng, new PdfRectangle(100, 100, 500, 700));
    }

    /// <summary>A picture of one grey pixel.</summary>
    private static byte[] SmallPng =>
        Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
        );

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none";
}
