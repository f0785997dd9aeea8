using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Web.WebChat;

namespace SummitBot.Tests.Web;

public sealed class StartPageTests
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

    private static async Task<IHtmlDocument> OpenAsync(WebTestHost host) =>
        new HtmlParser().ParseDocument(await host.Client.GetStringAsync("/", TestContext.Current.CancellationToken));
}
