using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Web.WebChat;

namespace SummitBot.Tests.Web;

public sealed class StartPageTests(HarbourHost harbour) : IClassFixture<HarbourHost>
{
    [Fact]
    public async Task Page_OffersQuestionsThatTheArticlesAnswer()
    {
        using var folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder);
        using IHtmlDocument page = await OpenAsync(host);

        string[] questions = [.. page.QuerySelectorAll("button[data-ask]").Select(b => b.GetAttribute("data-ask")!)];
        Assert.Equal(3, questions.Length);
        foreach (string question in questions)
        {
            JsonElement answer = await host.AnswerAsync(question);
            Assert.Equal("answered", answer.GetProperty("outcome").GetString());
        }

        Assert.Equal(
            string.Join('|', questions),
            page.QuerySelector("script[src='/widget.js']")!.GetAttribute("data-questions")
        );
    }

    [Fact]
    public async Task Page_ShowsTheCorpusAndHowToEmbedTheWidget()
    {
        using var folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(
            folder,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["PublicUrl"] = "https://bot.example.org/" }
        );
        using IHtmlDocument page = await OpenAsync(host);

        Assert.Equal(
            "<script src=\"https://bot.example.org/widget.js\" data-title=\"Ask the articles\" async></script>",
            page.QuerySelector("#embed")!.TextContent
        );
        Assert.Equal(
            ["3 articles", "4 passages", "1 language", "2021–2022 published"],
            page.QuerySelectorAll(".figures div")
                .Select(f => $"{f.QuerySelector("dd")!.TextContent} {f.QuerySelector("dt")!.TextContent}"),
            StringComparer.Ordinal
        );
        Assert.Equal("Articles by year: 2021: 1, 2022: 1", page.QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.NotNull(page.QuerySelector("a[href='/openapi/v1.json']"));
        Assert.NotNull(page.QuerySelector("main a[href='/articles']"));
        Assert.All(
            page.QuerySelectorAll("script"),
            s => Assert.StartsWith("/", s.GetAttribute("src"), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task AHostThatWasBuiltWithoutNpm_LeavesMicrosoftsWebChatOut_AndSaysWhy()
    {
        using var folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(
            folder,
            services: services =>
                services.AddSingleton(new WebChatScript(Path.Combine(folder.Corpus, "missing", "webchat.js")))
        );
        using IHtmlDocument page = await OpenAsync(host);
        using HttpResponseMessage chat = await host.Client.GetAsync("/webchat", TestContext.Current.CancellationToken);
        using HttpResponseMessage script = await host.Client.GetAsync(
            "/webchat/webchat.js",
            TestContext.Current.CancellationToken
        );

        Assert.Null(page.QuerySelector("a[href='/webchat']"));
        Assert.Equal(HttpStatusCode.NotFound, chat.StatusCode);
        Assert.Contains(
            "install npm and build again",
            await chat.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, script.StatusCode);
    }

    [Fact]
    public async Task Page_WithoutArticles_SaysSo()
    {
        using var folder = new CorpusFolder();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder);
        using IHtmlDocument page = await OpenAsync(host);

        Assert.Contains(
            "There are no articles yet.",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(page.QuerySelectorAll("h3, .articles, .figures"));
    }

    [Fact]
    public async Task Page_WithOneArticle_CountsItAsOne()
    {
        using var folder = new CorpusFolder();
        folder.Write(
            "ferry.md",
            "---\ntitle: A ferry\npublished: 2023-02-01\n---\nThe ferry of Norrholm sails at noon."
        );
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder);
        using IHtmlDocument page = await OpenAsync(host);

        Assert.Equal(
            ["1 article", "1 passage", "1 language", "2023 published"],
            page.QuerySelectorAll(".figures div")
                .Select(f => $"{f.QuerySelector("dd")!.TextContent} {f.QuerySelector("dt")!.TextContent}"),
            StringComparer.Ordinal
        );
        Assert.Single(page.QuerySelectorAll(".articles li"));
        Assert.DoesNotContain("All 1", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-AT, en;q=0.5", "de", "ltr", "Die Artikel fragen")]
    [InlineData("en;q=0.4, ar;q=0.9", "ar", "rtl", "اسأل المقالات")]
    [InlineData("xx, fr-CA;q=0.7, en;q=0.1", "fr", "ltr", "Interroger les articles")]
    [InlineData("xx", "en", "ltr", "Ask the articles")]
    public async Task Page_IsInTheFirstLanguageOfTheVisitorThatHasTexts(
        string accepted,
        string language,
        string direction,
        string title
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.AcceptLanguage.ParseAdd(accepted);
        using HttpResponseMessage response = await harbour.Client.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );
        using IHtmlDocument page = new HtmlParser().ParseDocument(
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(direction, page.DocumentElement.GetAttribute("dir"));
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(language, page.QuerySelector("script[src='/widget.js']")!.GetAttribute("data-lang"));
        Assert.Equal([language], response.Content.Headers.ContentLanguage);
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Fact]
    public async Task Page_SpeaksToVisitorsBeforeDevelopers_AndWithoutScriptsItsBoxSearches()
    {
        using IHtmlDocument page = new HtmlParser().ParseDocument(
            await harbour.Client.GetStringAsync("/", TestContext.Current.CancellationToken)
        );

        Assert.Equal(
            ["hero", "", "developers"],
            page.QuerySelectorAll("main > section").Select(s => s.ClassName ?? "")
        );
        var box = (IHtmlFormElement)page.QuerySelector(".hero form")!;
        Assert.Equal("/articles", box.GetAttribute("action"));
        Assert.Equal("q", box.QuerySelector("input")!.GetAttribute("name"));
    }

    private static async Task<IHtmlDocument> OpenAsync(WebTestHost host) =>
        new HtmlParser().ParseDocument(await host.Client.GetStringAsync("/", TestContext.Current.CancellationToken));
}
