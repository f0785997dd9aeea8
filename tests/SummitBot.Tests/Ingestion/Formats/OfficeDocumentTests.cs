using System.Text;
using SummitBot.Core.Articles;

namespace SummitBot.Tests.Ingestion.Formats;

public sealed class OfficeDocumentTests : IDisposable
{
    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AWordDocument_KeepsParagraphsHeadingsTablesAndNotes_AndLosesWhatWasDeleted()
    {
        string body =
            Samples.WordParagraph("The bridge", "Title")
            + Samples.WordParagraph("Opening", "Titre1")
            + "<w:p><w:r><w:t>Governor Pell </w:t></w:r><w:del><w:r><w:t>never </w:t></w:r></w:del><w:ins><w:r><w:t>opened it.</w:t></w:r></w:ins></w:p>"
            + Samples.WordTable(["Span", "Length"], ["North", "120 m"], ["South", "95 m"]);
        _folder.Write(
            "a.docx",
            Samples.Word(
                body,
                "<dc:creator>Ada Quill</dc:creator><dcterms:created>2024-03-12T09:00:00Z</dcterms:created><cp:keywords>bridges, roads</cp:keywords>"
            )
        );

        ArticleReadResult result = await _folder.ReadAsync("a.docx");

        Article article = result.Article!;
        ArticleFolder.AssertKeepsItsPromises(article);
        Assert.Equal("The bridge", article.Title);
        Assert.Equal(["Opening"], ArticleFolder.GetHeadings(article));
        Assert.Equal(
            [
                "By Ada Quill",
                "Opening",
                "Governor Pell opened it.",
                "Span: North; Length: 120 m.",
                "Span: South; Length: 95 m.",
                "The pontoon was lent by the town of Greel.",
            ],
            article.Text.Split('\n')
        );
        Assert.Equal(("Ada Quill", "2024-03-12"), (article.Author, Samples.Day(article.Published)));
        Assert.Equal(["bridges", "roads"], article.Tags);
        Assert.Equal(["Text in its pictures (1) was not read."], result.Notices);
    }

    [Fact]
    public async Task APresentation_IsReadInTheOrderOfItsSlides_WithTheNotes()
    {
        _folder.Write(
            "a.pptx",
            Samples.Presentation(("First", "One lamp burns.", "Wave."), ("Second", "Two lamps burn.", "Bow."))
        );

        Article article = await _folder.ArticleAsync("a.pptx");

        Assert.Equal(["One lamp burns.", "Wave.", "Second", "Two lamps burn.", "Bow."], article.Text.Split('\n'));
        Assert.Equal(("First", 2), (article.Title, article.Pages.Count));
    }

    [Fact]
    public async Task AWorkbook_GivesARowAsALine_WithDaysAndSharesAsPeopleSeeThem()
    {
        _folder.Write("a.xlsx", Samples.Workbook());

        Article article = await _folder.ArticleAsync("a.xlsx");

        Assert.Equal(
            [
                "Stock",
                "Component: Spindle; Yearly limit: 96; Checked: 12 March 2024; Share: 12.5 %.",
                "Prices",
                "Part: Flange; Price: 7.3; Weight: 12.",
            ],
            article.Text.Split('\n')
        );
        Assert.Equal(["Stock", "Prices"], ArticleFolder.GetHeadings(article));
    }

    [Fact]
    public async Task AnOpenDocumentText_KeepsItsParts_AndLosesCommentsAndDeletions()
    {
        _folder.Write(
            "a.odt",
            Samples.OpenDocument(
                "<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes><text:h>Crew</text:h><text:p>Captain<text:s text:c=\"2\"/>Osei <office:annotation><text:p>Check!</text:p></office:annotation>steers.</text:p><table:table><table:table-row><table:table-cell><text:p>Name</text:p></table:table-cell><table:table-cell><text:p>Role</text:p></table:table-cell><table:table-cell><text:p>Since</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Osei</text:p></table:table-cell><table:table-cell><text:p>Captain</text:p></table:table-cell><table:table-cell><text:p>1998</text:p></table:table-cell></table:table-row></table:table>"
            )
        );

        Article article = await _folder.ArticleAsync("a.odt");

        Assert.Equal("By Ada Quill\nCrew\nCaptain Osei steers.\nName: Osei; Role: Captain; Since: 1998.", article.Text);
        Assert.Equal(
            ("The ferry", "Ada Quill", "2024-03-12"),
            (article.Title, article.Author, Samples.Day(article.Published))
        );
    }

    [Fact]
    public async Task ABook_IsReadChapterByChapter_WithItsMetadata()
    {
        _folder.Write("a.epub", Samples.Epub("<h1>One</h1><p>First.</p>", "<nav>Contents</nav><p>Second.</p>"));

        Article article = await _folder.ArticleAsync("a.epub");

        Assert.Equal("By Ivo Brandt\nOne\nFirst.\nSecond.", article.Text);
        Assert.Equal(
            ("The lighthouse keeper", "Ivo Brandt", "1998-05-01", "en"),
            (article.Title, article.Author, Samples.Day(article.Published), article.Language)
        );
    }

    [Fact]
    public async Task RichText_KeepsLettersOfEveryKindHeadingsAndTables()
    {
        _folder.Write(
            "a.rtf",
            Encoding.Latin1.GetBytes(
                @"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Arial;}}{\info{\title The chapel}{\author Ada Quill}}"
                    + @"\pard\outlinelevel0 Painters\par\pard Rosa K\u252?nzel and \'c8\'e2\'e0\'ed painted \ldblquote it\rdblquote .\par"
                    + @"\pard\intbl Name\cell Year\cell Place\cell\row\pard\intbl Rosa\cell 1932\cell Tarn\cell\row\pard{\footer Page 1}The end.\par}"
            )
        );

        Article article = await _folder.ArticleAsync("a.rtf");

        Assert.Equal(
            "By Ada Quill\nPainters\nRosa Künzel and Иван painted “it”.\nName: Rosa; Year: 1932; Place: Tarn.\nThe end.",
            article.Text
        );
        Assert.Equal(["Painters"], ArticleFolder.GetHeadings(article));
        Assert.Equal(("The chapel", "Ada Quill"), (article.Title, article.Author));
    }

    [Fact]
    public async Task AnEncryptedOrOldDocument_SaysSo()
    {
        _folder.Write("a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

        ArticleReadFailure failure = await _folder.FailureAsync("a.docx");

        Assert.Equal(ArticleReadError.Malformed, failure.Error);
        Assert.Contains("without a password", failure.Reason, StringComparison.Ordinal);
    }
}
