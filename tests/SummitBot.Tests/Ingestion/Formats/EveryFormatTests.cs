using System.Text;
using SummitBot.Core.Answers;
using SummitBot.Core.Corpus;
using SummitBot.Core.Questions;
using SummitBot.Tests.Golden;

namespace SummitBot.Tests.Ingestion.Formats;

/// <summary>
/// A folder with a file of every format: each fact is found, and its citation is the text, word for word.
/// </summary>
public sealed class EveryFormatTests : IDisposable
{
    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EachFact_IsAnsweredFromItsFile_WithItsWordsAsTheCitation()
    {
        WriteAll();
        using var bot = new BotHost(minConfidence: 0);

        IndexingReport report = await bot.IndexAsync(_folder.Path);

        Assert.Empty(report.Failures);
        Assert.Empty(report.LeftOut);
        foreach ((string question, string id, string quote) in Facts)
        {
            Answer answer = await bot.AskAsync(new Question(question));
            bot.AssertIsGrounded(answer);
            Assert.Contains(
                answer.Citations,
                c => c.Article.Id.Value == id && c.Quote.Contains(quote, StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task ACitationOfADocumentWithPages_NamesThePage()
    {
        WriteAll();
        using var bot = new BotHost(minConfidence: 0);
        await bot.IndexAsync(_folder.Path);

        Answer report = await bot.AskAsync(new Question("Who chairs the Council of Varnholt?"));
        Answer slides = await bot.AskAsync(new Question("How many lamps does the tower of Orsk have?"));
        Answer text = await bot.AskAsync(new Question("Who repaired the bell of Tarn?"));

        Assert.Equal(2, report.Citations[0].Page);
        Assert.Equal(2, slides.Citations[0].Page);
        Assert.Null(text.Citations[0].Page);
    }

    private static IEnumerable<(string Question, string Id, string Quote)> Facts =>
        [
            ("Who repaired the bell of Tarn?", "bell", "Mira Holt repaired the bell of Tarn in 1987."),
            ("Who chairs the Council of Varnholt?", "varnholt", "The Council of Varnholt is chaired by Edda Roth."),
            ("Who opened the bridge of Lissa?", "bridge", "Governor Pell opened the bridge of Lissa on Monday."),
            ("How many lamps does the tower of Orsk have?", "tower", "The tower of Orsk has 31 lamps."),
            ("What is the yearly limit of the Spindle?", "stock", "Yearly limit: 96"),
            ("Who steers the ferry of Quay?", "ferry", "Captain Osei steers the ferry of Quay."),
            ("Who keeps the lighthouse of Skarn?", "keeper", "Ivo Brandt keeps the lighthouse of Skarn."),
            ("Who painted the chapel of Dunmoor?", "chapel", "Rosa Künzel painted the chapel of Dunmoor."),
            ("Who won the regatta of Brill?", "mail", "The crew of Anne Falk won the regatta of Brill."),
            ("Who judged the regatta of Brill?", "mail-jury", "Tomas Wendt judged the regatta of Brill."),
            ("Who leads the choir of Hale?", "choir-alto-choir.example", "Nell Archer leads the choir of Hale."),
            ("Who sells the tickets of the choir of Hale?", "choir-bass-choir.example", "Piet Moor sells the tickets"),
            ("What is the capacity of the warehouse of Riga?", "warehouses", "Capacity: 4200"),
            ("What is the price of the Gasket?", "prices", "Price: 17"),
            ("Who designed the park of Elster?", "parks-elster", "Lena Fuchs designed the park of Elster."),
            ("Who planted the oaks of Birk?", "trees-birk", "Jon Sund planted the oaks of Birk."),
            ("Who bakes the bread of Cley?", "blog-bread-of-cley", "Ana Pires bakes the bread of Cley."),
            (
                "Who found the wreck of the Marigold?",
                "news-wreck",
                "Diver Kofi Mensah found the wreck of the Marigold."
            ),
            ("Who mapped the caves of Ghar?", "atom-caves", "Salma Idris mapped the caves of Ghar."),
            ("Who maintains the pump of Wells?", "pump", "Greta Lund maintains the pump of Wells."),
            ("Who tunes the organ of Ely?", "organ", "Hugo Stein tunes the organ of Ely."),
            ("Who founded the school of Mora?", "school", "Ida Berg founded the school of Mora."),
            ("Who manages the dam of Sorpe?", "archive-dam", "Karl Voss manages the dam of Sorpe."),
            ("Who guards the museum of Leith?", "archive-inner-museum", "Una Reid guards the museum of Leith."),
        ];

    private void WriteAll()
    {
        _folder.Write("bell.md", "# The bell\n\nMira Holt repaired the bell of Tarn in 1987.");
        _folder.Write(
            "varnholt.pdf",
            Samples.Pdf(
                page =>
                    page.Write(72, 700, 12, "The town of Varnholt lies on the river.", "It has a market and a mill."),
                page => page.Write(72, 700, 12, "The Council of Varnholt is chaired by Edda Roth.")
            )
        );
        _folder.Write(
            "bridge.docx",
            Samples.Word(
                Samples.WordParagraph("The opening", "Titre1")
                    + Samples.WordParagraph("Governor Pell opened the bridge of Lissa on Monday.")
            )
        );
        _folder.Write(
            "tower.pptx",
            Samples.Presentation(
                ("The tower", "It stands on the hill.", "Say hello."),
                ("Its light", "The tower of Orsk has 31 lamps.", "They were made in Bergen.")
            )
        );
        _folder.Write("stock.xlsx", Samples.Workbook());
        _folder.Write(
            "ferry.odt",
            Samples.OpenDocument("<text:h>Crew</text:h><text:p>Captain Osei steers the<text:s/>ferry of Quay.</text:p>")
        );
        _folder.Write("keeper.epub", Samples.Epub("<h1>One</h1><p>Ivo Brandt keeps the lighthouse of Skarn.</p>"));
        _folder.Write("chapel.rtf", @"{\rtf1\ansi\ansicpg1252 Rosa K\'fcnzel painted the chapel of Dunmoor.\par}");
        _folder.Write("mail.eml", MailWithAttachment);
        _folder.Write("choir.mbox", Mailbox);
        _folder.Write("warehouses.csv", "Warehouse,Capacity,Manager\nRiga,4200,\"Ozols, J.\"\nGdansk,3100,Nowak\n");
        _folder.Write("prices.tsv", "Part\tPrice\nGasket\t17\nWasher\t2\n");
        _folder.Write(
            "parks.json",
            """{"items":[{"id":"elster","headline":"The park","body":"<p>Lena Fuchs designed the park of Elster.</p>"}]}"""
        );
        _folder.Write("trees.jsonl", """{"id":"birk","title":"Oaks","text":"Jon Sund planted the oaks of Birk."}""");
        _folder.Write("blog.xml", WordPressExport);
        _folder.Write("news.rss", Feed);
        _folder.Write("atom.xml", AtomFeed);
        _folder.Write("pump.rst", "The pump\n========\n\nGreta Lund maintains the **pump** of :ref:`Wells <wells>`.\n");
        _folder.Write("organ.adoc", "= The organ\n:revdate: 2024-03-12\n\nHugo Stein tunes the *organ* of Ely.\n");
        _folder.Write("school.txt.gz", Samples.Gzip("The school\n\nIda Berg founded the school of Mora."));
        _folder.Write(
            "archive.zip",
            Samples.Zip(
                ("dam.md", Encoding.UTF8.GetBytes("Karl Voss manages the dam of Sorpe.")),
                ("inner.zip", Samples.Zip(("museum.html", "<p>Una Reid guards the museum of Leith.</p>")))
            )
        );
    }

    private const string MailWithAttachment = """
        From: Anne Falk <anne@example.org>
        To: all@example.org
        Subject: The regatta
        Date: Tue, 12 Mar 2024 10:00:00 +0100
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        The crew of Anne Falk won the regatta of Brill.

        On Monday, Ada Quill wrote:
        > Who won?
        --b
        Content-Type: text/plain; name="jury.txt"
        Content-Disposition: attachment; filename="jury.txt"
        Content-Transfer-Encoding: base64

        VG9tYXMgV2VuZHQganVkZ2VkIHRoZSByZWdhdHRhIG9mIEJyaWxsLg==
        --b--

        """;

    private const string Mailbox = """
        From nell@example.org Tue Mar 12 10:00:00 2024
        From: Nell Archer <nell@example.org>
        Subject: The choir
        Message-ID: <alto@choir.example>
        Date: Tue, 12 Mar 2024 10:00:00 +0100

        Nell Archer leads the choir of Hale. They have been singing together in the church for many years.

        From piet@example.org Wed Mar 13 10:00:00 2024
        From: Piet Moor <piet@example.org>
        Subject: Tickets
        Message-ID: <bass@choir.example>
        Date: Wed, 13 Mar 2024 10:00:00 +0100

        Piet Moor sells the tickets of the choir of Hale.

        """;

    private const string WordPressExport = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>Town blog</title>
        <item><title>The bread</title><link>https://example.org/bread</link><dc:creator>ana</dc:creator>
        <content:encoded><![CDATA[<!-- wp:paragraph --><p>Ana Pires bakes the bread of Cley.</p>]]></content:encoded>
        <wp:post_name>bread-of-cley</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
        <wp:post_date>2024-03-12 10:00:00</wp:post_date><category domain="post_tag">Food</category></item>
        </channel></rss>
        """;

    private const string Feed = """
        <rss version="2.0"><channel><title>The Coast News</title><language>en</language>
        <item><title>Wreck</title><guid>https://example.org/wreck</guid><pubDate>Tue, 12 Mar 2024 10:00:00 GMT</pubDate>
        <description>Diver Kofi Mensah found the wreck of the Marigold.</description></item></channel></rss>
        """;

    private const string AtomFeed = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Below ground</title>
        <entry><id>https://example.org/caves</id><title>Caves</title><published>2024-03-12T10:00:00Z</published>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Salma <b>Idris</b> mapped the caves of Ghar.</p></div></content></entry></feed>
        """;
}
