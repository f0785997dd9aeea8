using SummitBot.Core.Articles;

namespace SummitBot.Tests.Ingestion.Formats;

public sealed class PdfTests : IDisposable
{
    /// <summary>The files name their author, who stands in the first line of the text.</summary>
    private const string Byline = "By Ada Quill\n";

    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Columns_AreReadOneAfterTheOther_AndAParagraphGoesOnInTheNext()
    {
        _folder.Write(
            "a.pdf",
            Samples.Pdf(page =>
            {
                page.Write(
                    60,
                    700,
                    10,
                    "The council met in the old town",
                    "hall on Monday and heard that",
                    "the barrier cost more than the"
                );
                page.Write(
                    320,
                    700,
                    10,
                    "engineers had said it would be.",
                    "Nobody voted against the loan,",
                    "which is due in nine years."
                );
            })
        );

        Article article = await _folder.ArticleAsync("a.pdf");

        Assert.Equal(
            Byline
                + "The council met in the old town hall on Monday and heard that the barrier cost more than the engineers had said it would be. Nobody voted against the loan, which is due in nine years.",
            article.Text
        );
    }

    [Fact]
    public async Task AWordSplitAtTheEndOfALine_IsPutTogether_AndACompoundKeepsItsHyphen()
    {
        _folder.Write(
            "a.pdf",
            Samples.Pdf(page =>
                page.Write(
                    60,
                    700,
                    10,
                    "The well-known ferry was ex-",
                    "amined by a team of engi-",
                    "neers from the well-",
                    "known yard in the harbour."
                )
            )
        );

        Article article = await _folder.ArticleAsync("a.pdf");

        Assert.Equal(
            Byline
                + "The well-known ferry was examined by a team of engineers from the well-known yard in the harbour.",
            article.Text
        );
    }

    [Fact]
    public async Task RunningHeadersFootersAndPageNumbers_AreLeftOut_AndTextOfThePagesStays()
    {
        string[] texts =
        [
            "The ferry sails at dawn.",
            "The crew sleeps on board.",
            "The cook comes from Tarn.",
            "The owner lives abroad.",
        ];
        _folder.Write(
            "a.pdf",
            Samples.Pdf([
                .. texts.Select(
                    (text, i) =>
                        (Action<Samples.PdfDrawing>)(
                            page =>
                            {
                                page.Write(60, 810, 9, "Annual report 2024 of the harbour");
                                page.Write(60, 500, 10, text);
                                page.Write(280, 30, 9, $"Page {i + 1} of 4");
                            }
                        )
                ),
            ])
        );

        Article article = await _folder.ArticleAsync("a.pdf");

        Assert.Equal(Byline + string.Join('\n', texts), article.Text);
        Assert.Equal([(13, 1), (38, 2), (64, 3), (90, 4)], article.Pages.Select(p => (p.Start, p.Page)));
    }

    [Fact]
    public async Task LargeAndBoldLines_AreHeadings_AndTheLargestIsTheTitle()
    {
        _folder.Write(
            "a.pdf",
            Samples.Pdf(page =>
            {
                page.Write(60, 760, 22, "The ferry of Quay");
                page.WriteBold(60, 700, 11, "Crew");
                page.Write(
                    60,
                    680,
                    11,
                    "Captain Osei steers the ferry and has done so for",
                    "eleven years without an accident."
                );
                page.WriteBold(60, 620, 11, "Owners");
                page.Write(
                    60,
                    600,
                    11,
                    "The town owns the ferry since the war ended and",
                    "leases it to the crew each spring."
                );
            })
        );

        Article article = await _folder.ArticleAsync("a.pdf");

        Assert.Equal("The ferry of Quay", article.Title);
        Assert.Equal(["Crew", "Owners"], ArticleFolder.GetHeadings(article));
        Assert.Equal(("Ada Quill", new DateOnly(2024, 3, 12)), (article.Author, article.Published));
    }

    [Fact]
    public async Task PagesWithoutATextLayer_AreNamed_AndTheOthersAreRead()
    {
        _folder.Write(
            "a.pdf",
            Samples.Pdf(
                page => page.AddPicture(),
                page => page.Write(60, 700, 10, "The ferry sails at dawn."),
                page => page.AddPicture()
            )
        );

        ArticleReadResult result = await _folder.ReadAsync("a.pdf");

        Assert.Equal(Byline + "The ferry sails at dawn.", result.Article?.Text);
        Assert.Equal(2, Assert.Single(result.Article!.Pages).Page);
        Assert.Equal(
            [
                "Without a text layer: 2 of 3 pages (1, 3). Run text recognition (OCR) over the document to read scanned pages.",
            ],
            result.Notices
        );
    }

    [Fact]
    public async Task ADocumentOfScannedPagesAlone_IsReportedAsSuch()
    {
        _folder.Write("a.pdf", Samples.Pdf(page => page.AddPicture(), page => page.AddPicture()));

        ArticleReadFailure failure = await _folder.FailureAsync("a.pdf");

        Assert.Equal(ArticleReadError.Empty, failure.Error);
        Assert.Contains("text layer", failure.Reason, StringComparison.Ordinal);
        Assert.Contains("OCR", failure.Reason, StringComparison.Ordinal);
    }
}
