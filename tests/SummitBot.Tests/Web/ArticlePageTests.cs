using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Sentences;

namespace SummitBot.Tests.Web;

public sealed class ArticlePageTests(HarbourHost harbour) : IClassFixture<HarbourHost>
{
    private string Text =>
        harbour
            .Host.Services.GetRequiredService<IArticleCatalog>()
            .Find(new ArticleId("harbour-opens"), AccessScope.Public)!
            .Text;

    [Fact]
    public async Task Page_ShowsTitleDatePublisherSourceAndBlocks()
    {
        using IHtmlDocument page = await OpenAsync("/articles/harbour-opens");

        Assert.Equal("The new harbour opens", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("The new harbour opens - SummitBot", page.Title);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("2021-05-04", page.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Contains("The Example & Co", page.QuerySelector(".origin")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://news.example.org/harbour?a=1&b=2", page.QuerySelector(".origin a")!.GetAttribute("href"));
        Assert.Equal("What it cost", Assert.Single(page.QuerySelectorAll("article h2")).TextContent);
        Assert.Equal(Text.Split('\n'), Blocks(page).Select(b => b.TextContent), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Page_WithoutARange_HasNoMarkAndNoScript()
    {
        using IHtmlDocument page = await OpenAsync("/articles/harbour-opens");

        Assert.Empty(page.QuerySelectorAll("mark"));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Theory]
    [InlineData("🌉")]
    [InlineData("Mayor Ada Quill cut a rope of nettles.")]
    [InlineData("What it cost")]
    [InlineData("Ferries sail")]
    public async Task Page_WithARange_MarksExactlyThatRange(string cited)
    {
        int start = Text.IndexOf(cited, StringComparison.Ordinal);
        using IHtmlDocument page = await OpenAsync($"/articles/harbour-opens?start={start}&end={start + cited.Length}");

        IElement mark = Assert.Single(page.QuerySelectorAll("mark"));
        Assert.Equal("cited", mark.Id);
        Assert.Equal(cited, mark.TextContent);
        Assert.Equal(Text.Split('\n'), Blocks(page).Select(b => b.TextContent), StringComparer.Ordinal);
        Assert.Equal("/article.js", Assert.Single(page.QuerySelectorAll("script")).GetAttribute("src"));
    }

    [Fact]
    public async Task Page_WithARangeOverSeveralBlocks_MarksItInEach()
    {
        int start = Text.IndexOf("nettles", StringComparison.Ordinal);
        int end = Text.IndexOf("million", StringComparison.Ordinal);
        using IHtmlDocument page = await OpenAsync($"/articles/harbour-opens?start={start}&end={end}");

        IHtmlCollection<IElement> marks = page.QuerySelectorAll("mark");
        Assert.Equal(3, marks.Length);
        Assert.Equal(Text[start..end], string.Join('\n', marks.Select(m => m.TextContent)));
        Assert.Single(page.QuerySelectorAll("#cited"));
    }

    [Fact]
    public async Task Page_ForEveryRangeOfTheText_MarksThatRange()
    {
        for (int start = 0; start < Text.Length; start += 17)
        {
            int end = Math.Min(start + 40, Text.Length);
            TextRange range = SummitBot.Web.Articles.CitedRange.Read($"{start}", $"{end}", Text)!.Value;
            using IHtmlDocument page = await OpenAsync($"/articles/harbour-opens?start={start}&end={end}");

            Assert.Equal(
                range.Slice(Text).Replace("\n", "", StringComparison.Ordinal),
                string.Concat(page.QuerySelectorAll("mark").Select(m => m.TextContent))
            );
        }
    }

    [Theory]
    [InlineData("start=5")]
    [InlineData("start=9&end=2")]
    [InlineData("start=a&end=b")]
    [InlineData("start=1&start=2&end=3")]
    [InlineData("start=99999&end=100000")]
    [InlineData("start=&end=")]
    [InlineData("start=99999999999999999999&end=2")]
    public async Task Page_WithARangeThatMarksNothing_IsThePageWithoutAMark(string query)
    {
        using IHtmlDocument page = await OpenAsync($"/articles/harbour-opens?{query}");

        Assert.Empty(page.QuerySelectorAll("mark"));
        Assert.Equal("The new harbour opens", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task List_NamesEveryArticleTheNewestFirst()
    {
        using IHtmlDocument page = await OpenAsync("/articles");

        Assert.Equal(
            ["/articles/lighthouse", "/articles/harbour-opens", "/articles/undated"],
            page.QuerySelectorAll("main li a").Select(a => a.GetAttribute("href")!),
            StringComparer.Ordinal
        );
        Assert.Equal("2022-01-15", page.QuerySelector("main li time")!.TextContent);
    }

    [Fact]
    public async Task List_OfAQuery_ShowsTheArticlesThatSpeakOfItWithTheirPassage()
    {
        using IHtmlDocument page = await OpenAsync("/articles?q=herring");

        IElement item = Assert.Single(page.QuerySelectorAll("main li"));
        Assert.Equal("/articles/undated", item.QuerySelector("a")!.GetAttribute("href"));
        IElement passage = item.QuerySelector("p a")!;
        Assert.Contains("herring", passage.TextContent, StringComparison.Ordinal);
        using IHtmlDocument article = await OpenAsync(passage.GetAttribute("href")!);
        Assert.Contains("herring", article.QuerySelector("#cited")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("herring", page.QuerySelector("input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task List_WithoutAMatch_SaysSoAndLinksBack()
    {
        using IHtmlDocument page = await OpenAsync("/articles?q=%3Cb%3Ezeppelin");

        Assert.Empty(page.QuerySelectorAll("main li, main b"));
        Assert.Contains("No article speaks of that", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/articles", page.QuerySelector("main p a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task MarkupInTitlesTextsAndNames_IsShownAndNotRun()
    {
        using var folder = new CorpusFolder();
        folder.Write(
            "x'onload=1 \"quoted\" & more.md",
            """
            ---
            title: "</title><script>alert(1)</script> & \"more\""
            publisher: "<img src=x onerror=alert(2)>"
            ---
            Plain words come first, and then \<script>alert(3)\</script> stands in the text &amp; stays there.
            """
        );
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder);
        using IHtmlDocument list = await OpenAsync(host.Client, "/articles");
        IElement link = Assert.Single(list.QuerySelectorAll("main li a"));
        using IHtmlDocument page = await OpenAsync(host.Client, link.GetAttribute("href")! + "?start=0&end=80");

        Assert.Equal("</title><script>alert(1)</script> & \"more\"", link.TextContent);
        Assert.Equal("</title><script>alert(1)</script> & \"more\"", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(
            "<img src=x onerror=alert(2)>",
            page.QuerySelector(".origin")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<script>alert(3)</script>",
            page.QuerySelector("article")!.TextContent,
            StringComparison.Ordinal
        );
        foreach (IHtmlDocument document in new[] { list, page })
        {
            Assert.Empty(document.QuerySelectorAll("script:not([src='/article.js']), img, [onerror], [onload]"));
        }
    }

    [Fact]
    public async Task AnArticleWithANameInAnotherScript_IsFoundThroughItsLink()
    {
        using var folder = new CorpusFolder();
        folder.Write("정상 회담.md", "---\ntitle: 정상 회담\n---\n두 정상이 만났다. 회담은 몇 시간 동안 이어졌다.");
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder);
        using IHtmlDocument list = await OpenAsync(host.Client, "/articles");

        string address = Assert.Single(list.QuerySelectorAll("main li a")).GetAttribute("href")!;
        using IHtmlDocument page = await OpenAsync(host.Client, address);

        Assert.Equal("정상 회담", page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("/start.js")]
    [InlineData("/article.js")]
    public async Task Scripts_AreServedOnceAndThenFoundUnchanged(string address)
    {
        using HttpResponseMessage first = await harbour.Client.GetAsync(address, TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage second = await harbour.Client.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal("text/javascript", first.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    private static IEnumerable<IElement> Blocks(IHtmlDocument page) =>
        page.QuerySelectorAll("article > h2, article > p");

    private Task<IHtmlDocument> OpenAsync(string address) => OpenAsync(harbour.Client, address);

    private static async Task<IHtmlDocument> OpenAsync(HttpClient client, string address) =>
        new HtmlParser().ParseDocument(await client.GetStringAsync(address, TestContext.Current.CancellationToken));
}
