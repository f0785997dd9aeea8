using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Core.Reviews;
using SummitBot.Hosting.Operation;
using SummitBot.Language;

namespace SummitBot.Tests.Web.Admin;

/// <summary>Operators read conversations of a real host, and mark answers as wrong.</summary>
public sealed class ReviewTests : IAsyncLifetime
{
    private const string Key = "a-key-of-these-tests";
    private const string Wrong = "How long did Tomas Brandt keep the lighthouse?";

    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private WebTestHost _host = null!;
    private HttpClient _client = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private IReviewStore Reviews => _host.Services.GetRequiredService<IReviewStore>();

    public async ValueTask InitializeAsync()
    {
        _host = await WebTestHost.StartReadyAsync(
            _folder,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Admin:Key"] = Key,
                ["PublicUrl"] = "https://bot.example.org/",
            }
        );
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = _host.Client.BaseAddress,
        };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Questions_AreFilteredBySettingsOfTheForm_WhichKeepsThem()
    {
        await AppendAsync("Who opened the harbour?", answerId: "a1");
        await AppendAsync("Who stole the anchor?", outcome: AnswerOutcome.NotInCorpus);
        await AppendAsync("Who paid <b>?", "19:x/y@thread", "msteams", age: TimeSpan.FromDays(3));
        await GiveAsync("a1", Reaction.Dislike, "no");

        Assert.Equal(
            ["Who paid <b>?", "Who stole the anchor?", "Who opened the harbour?"],
            await ListAsync("/admin/questions")
        );
        Assert.Equal(["Who stole the anchor?"], await ListAsync("/admin/questions?outcome=notInCorpus"));
        Assert.Equal(["Who opened the harbour?"], await ListAsync("/admin/questions?feedback=disliked"));
        Assert.Equal(["Who paid <b>?"], await ListAsync("/admin/questions?channel=msteams"));
        Assert.Equal(["Who paid <b>?"], await ListAsync("/admin/questions?to=2025-12-30"));
        Assert.Equal(2, (await ListAsync("/admin/questions?from=2026-01-01&to=2026-01-01")).Count);
        Assert.Equal(
            3,
            (await ListAsync("/admin/questions?outcome=nonsense&from=yesterday&to=9999-12-31&before=x")).Count
        );

        using IHtmlDocument page = await OpenAsync(
            "/admin/questions?q=ANCHOR+stole&outcome=notInCorpus&channel=directline"
        );
        Assert.Equal("Who stole the anchor?", Assert.Single(page.QuerySelectorAll("main li a")).TextContent);
        Assert.Equal("ANCHOR stole", page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Equal(
            ["notInCorpus", "", "directline"],
            page.QuerySelectorAll("select").OfType<IHtmlSelectElement>().Select(s => s.Value)
        );
        Assert.Contains("refused", page.QuerySelector("main li .origin")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALongList_IsReadPageByPage_WithItsFilter()
    {
        for (int i = 0; i < 120; i++)
        {
            await AppendAsync(string.Create(CultureInfo.InvariantCulture, $"Question {i}?"));
            await AppendAsync("Refused?", outcome: AnswerOutcome.NotInCorpus);
        }

        var read = new List<string>();
        string? address = "/admin/questions?outcome=answered&q=question";
        while (address is not null)
        {
            using IHtmlDocument page = await OpenAsync(address);
            read.AddRange(page.QuerySelectorAll("main li > a").Select(a => a.TextContent));
            address = page.QuerySelectorAll("main a")
                .SingleOrDefault(a => a.TextContent == "Older")
                ?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(0, 120).Reverse().Select(i => $"Question {i}?"), read);
    }

    [Fact]
    public async Task AConversation_ShowsEachTurnWithItsOutcomeCitationsConfidenceAndFeedback_AsText()
    {
        await AppendAsync("Elsewhere?", "other");
        await AppendAsync("First <script>alert(1)</script>?", outcome: AnswerOutcome.NotInCorpus);
        await AppendAsync(Wrong, answerId: "a1");
        await GiveAsync("a1", Reaction.Dislike, "<i>no\u202E</i>");
        await GiveAsync("a1", Reaction.Like, comment: null, user: "u2");

        using IHtmlDocument page = await OpenAsync(await FindAddressAsync(Wrong));

        IElement[] turns = [.. page.QuerySelectorAll("section.turn")];
        Assert.Equal(
            ["First <script>alert(1)</script>?", Wrong],
            turns.Select(t => t.QuerySelector("h2")!.TextContent)
        );
        Assert.Equal("Text <b> of it. [1]", turns[1].QuerySelector(".said")!.TextContent);
        Assert.Equal(
            ["2026-01-01 00:00", "directline", "answered", "Confidence: 0.50", "not helpful", "helpful"],
            turns[1].QuerySelectorAll(".origin > *").Select(e => e.TextContent)
        );
        Assert.Contains("not helpful: “<i>no</i>”", turns[1].TextContent, StringComparison.Ordinal);
        IElement citation = turns[1].QuerySelector("ol a")!;
        Assert.Equal("/articles/harbour-opens?start=0&end=11#cited", citation.GetAttribute("href"));
        Assert.Equal("The harbour", turns[1].QuerySelector("ol li p")!.TextContent);
        Assert.Empty(turns[0].QuerySelectorAll("ol"));
        Assert.Contains("refused", turns[0].TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script, main b, main i"));
        using IHtmlDocument article = await OpenAsync(citation.GetAttribute("href")!);
        Assert.Equal("The harbour", article.QuerySelector("mark")!.TextContent);
    }

    [Fact]
    public async Task AnAnswerMarkedAsWrong_IsAQuestionThatEvalReadsAndMeasures()
    {
        await AppendAsync("Who is the keeper of the lighthouse?");
        await AppendAsync(Wrong);
        await AppendAsync("Who stole the anchor?");
        string address = await FindAddressAsync(Wrong);
        using (HttpResponseMessage page = await SendAsync(new HttpRequestMessage(HttpMethod.Get, address)))
        {
            // Otherwise a browser on plain HTTP would send the form with the origin "null".
            Assert.Equal("same-origin", Assert.Single(page.Headers.GetValues("Referrer-Policy")));
        }

        using IHtmlDocument form = await OpenAsync(address);
        string[] choices = [.. form.QuerySelectorAll("input[name=article]").Select(i => i.GetAttribute("value") ?? "")];
        Assert.Contains("lighthouse", choices);
        Assert.Contains("harbour-opens", choices);
        Assert.Equal("", choices[^1]);
        string action = form.QuerySelector("form[method=post]")!.GetAttribute("action")!;

        using HttpResponseMessage marked = await PostAsync(
            action,
            ("article", "lighthouse"),
            ("answer", " forty\n years ")
        );
        using HttpResponseMessage none = await PostAsync(
            (await FindAddressAsync("Who stole the anchor?")).Split('#')[0] + "/correct",
            ("article", ""),
            ("answer", "is left out")
        );
        string export = await ReadAsync("/admin/evaluation.jsonl");
        using var cli = new CliFolder();
        cli.Write("evaluation.jsonl", export);
        CliResult eval = await cli.RunAsync(
            "eval",
            "evaluation.jsonl",
            "--corpus",
            _folder.Corpus,
            "--fail-below",
            "evaluation.rightAndCited=1",
            "--fail-below",
            "evaluation.hit1=1"
        );

        Assert.Equal(HttpStatusCode.OK, marked.StatusCode);
        Assert.Equal(address.Split('#')[0], marked.RequestMessage!.RequestUri!.AbsolutePath);
        string text = await marked.Content.ReadAsStringAsync(Cancelled);
        Assert.Contains("Marked as wrong. Right is: lighthouse: forty", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, none.StatusCode);
        string[] lines = export.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Contains(
            "\"conversation\":[{\"role\":\"user\",\"text\":\"Who is the keeper",
            lines[0],
            StringComparison.Ordinal
        );
        Assert.Contains("\"answers\":[],\"doc_ids\":[],\"answerable\":false", lines[1], StringComparison.Ordinal);
        Assert.True(eval.ExitCode == 0, eval.Error + eval.Output);
        Assert.Matches("answerable +1\\D+unanswerable +1\\D", eval.Output);
        Assert.Equal(
            [Wrong, "Who stole the anchor?"],
            (await ListAsync("/admin/questions?feedback=corrected")).Reverse()
        );

        using HttpResponseMessage undone = await PostAsync(action.Replace("correct", "undo", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.Single((await ReadAsync("/admin/evaluation.jsonl")).TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("article=harbour-closes", "Choose an article")]
    [InlineData("article=..%2Fharbour", "Choose an article")]
    [InlineData("answer=forty+years", "Choose an article")]
    [InlineData("article=lighthouse&answer=fifty+years", "copy them from it")]
    public async Task AMarkThatNoEvaluationCouldUse_IsRefused_AndSaysWhy(string form, string problem)
    {
        await AppendAsync(Wrong);
        using HttpResponseMessage response = await PostAsync(
            (await FindAddressAsync(Wrong)).Split('#')[0] + "/correct",
            [.. form.Split('&').Select(p => p.Split('=')).Select(p => (p[0], WebUtility.UrlDecode(p[1])))]
        );

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using IHtmlDocument page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Cancelled));
        Assert.Contains(problem, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await Reviews.ListCorrectedAsync(0, Cancelled));
    }

    [Fact]
    public async Task ASearch_FindsTheRightArticle_AmongThoseThatTheAnswerDoesNotName()
    {
        await AppendAsync(Wrong);
        string address = (await FindAddressAsync(Wrong)).Split('#')[0];
        using IHtmlDocument page = await OpenAsync($"{address}?q=herring");

        Assert.Equal(
            ["undated", "harbour-opens", ""],
            page.QuerySelectorAll("input[name=article]").Select(i => i.GetAttribute("value") ?? "")
        );
        Assert.Equal("herring", page.QuerySelector("input[name=q]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "https://bot.example.org.evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Referer", "http://127.0.0.1/admin")]
    public async Task AFormThatAnotherSiteSends_WithTheOperatorsKey_ChangesNothing(string header, string value)
    {
        await AppendAsync(Wrong);
        string turn = (await FindAddressAsync(Wrong)).Split('#')[0];
        using HttpResponseMessage forged = await SendFormAsync($"{turn}/correct", header, value, ("article", ""));
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.Empty(await Reviews.ListCorrectedAsync(0, Cancelled));

        using HttpResponseMessage own = await PostAsync($"{turn}/correct", ("article", ""));
        using HttpResponseMessage undone = await SendFormAsync($"{turn}/undo", header, value);
        Assert.Equal(HttpStatusCode.Forbidden, undone.StatusCode);
        Assert.Single(await Reviews.ListCorrectedAsync(0, Cancelled));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", "this host's")]
    [InlineData("Origin", "https://bot.example.org")]
    public async Task AFormOfThisHost_IsTaken_ByItsOwnNameAndByThePublicOne(string header, string value)
    {
        await AppendAsync(Wrong);
        string origin = _host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        using HttpResponseMessage own = await SendFormAsync(
            (await FindAddressAsync(Wrong)).Split('#')[0] + "/correct",
            header,
            value == "this host's" ? origin : value,
            ("article", "")
        );

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Single(await Reviews.ListCorrectedAsync(0, Cancelled));
    }

    [Fact]
    public async Task AProgram_MarksAnswersWithTheKeyAsBearerToken()
    {
        await AppendAsync(Wrong);
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            (await FindAddressAsync(Wrong)).Split('#')[0] + "/correct"
        )
        {
            Content = new FormUrlEncodedContent([new("article", "lighthouse")]),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using HttpResponseMessage response = await _host.Client.SendAsync(request, Cancelled);

        Assert.Single(await Reviews.ListCorrectedAsync(0, Cancelled));
    }

    [Theory]
    [InlineData("correct?article=")]
    [InlineData("undo")]
    public async Task AGet_ChangesNothing(string action)
    {
        await AppendAsync(Wrong);
        await AppendAsync("Marked?");
        string turn = (await FindAddressAsync(action == "undo" ? "Marked?" : Wrong)).Split('#')[0];
        using HttpResponseMessage marked = await PostAsync(
            (await FindAddressAsync("Marked?")).Split('#')[0] + "/correct",
            ("article", "lighthouse")
        );

        using HttpResponseMessage response = await SendAsync(
            new HttpRequestMessage(HttpMethod.Get, $"{turn}/{action}")
        );

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        CorrectedTurn kept = Assert.Single(await Reviews.ListCorrectedAsync(0, Cancelled));
        Assert.Equal("Marked?", kept.Reviewed.Turn.Answer.Question);
    }

    [Theory]
    [InlineData("GET", "/admin/questions")]
    [InlineData("GET", "/admin/turns/1")]
    [InlineData("GET", "/admin/sources")]
    [InlineData("GET", "/admin/evaluation.jsonl")]
    [InlineData("POST", "/admin/turns/1/correct")]
    [InlineData("POST", "/admin/turns/1/undo")]
    public async Task WithoutTheKey_NothingIsShownAndNothingChanges(string method, string address)
    {
        await AppendAsync("Who stole the anchor?");
        await Reviews.CorrectAsync(1, new Correction("lighthouse", null, _host.Time.GetUtcNow()), Cancelled);
        foreach (string? key in new[] { null, "another-key-of-some-length" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
            request.Content = method == "POST" ? new FormUrlEncodedContent([new("article", "")]) : null;
            using HttpResponseMessage response = await _host.Client.SendAsync(request, Cancelled);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.DoesNotContain(
                "anchor",
                await response.Content.ReadAsStringAsync(Cancelled),
                StringComparison.Ordinal
            );
        }

        CorrectedTurn kept = Assert.Single(await Reviews.ListCorrectedAsync(0, Cancelled));
        Assert.Equal("lighthouse", kept.Reviewed.Correction!.ArticleId);
    }

    [Fact]
    public async Task WhatAPersonAskedWhoIsErased_IsOnNoPage()
    {
        await AppendAsync(Wrong);
        string address = (await FindAddressAsync(Wrong)).Split('#')[0];
        using HttpResponseMessage marked = await PostAsync($"{address}/correct", ("article", "lighthouse"));

        await _host.Services.GetRequiredService<IPersonalData>().EraseAsync("u1", Cancelled);

        Assert.Empty(await ListAsync("/admin/questions"));
        Assert.Equal("", await ReadAsync("/admin/evaluation.jsonl"));
        foreach (string path in new[] { address, $"{address}/correct" })
        {
            using HttpResponseMessage gone =
                path == address
                    ? await SendAsync(new HttpRequestMessage(HttpMethod.Get, path))
                    : await PostAsync(path, ("article", "lighthouse"));
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
            string text = await gone.Content.ReadAsStringAsync(Cancelled);
            Assert.Contains("This question is not kept any more.", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Brandt", text, StringComparison.Ordinal);
        }
    }

    public static TheoryData<string> Languages => [.. ChatPhrases.Codes];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task ThePages_AreInTheLanguageOfTheOperator(string language)
    {
        await AppendAsync(Wrong);
        IReadOnlyDictionary<string, string> texts = ReadTexts(language);
        foreach (
            (string address, string heading) in new[]
            {
                ("/admin", "asked"),
                ("/admin/questions", "questions"),
                (await FindAddressAsync(Wrong), "conversation"),
                ("/admin/sources", "sources"),
            }
        )
        {
            using IHtmlDocument page = await OpenAsync(address, $"{language}-XX,en;q=0.5");

            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.Equal(language == "ar" ? "rtl" : "ltr", page.DocumentElement.GetAttribute("dir"));
            Assert.Equal(texts[heading], page.QuerySelector("h1")!.TextContent);
            Assert.Equal(texts["overview"], page.QuerySelector(".spans a")!.TextContent);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void ALanguage_HasEachText_WithThePlacesForItsValues(string language)
    {
        IReadOnlyDictionary<string, string> english = ReadTexts(LanguageCodes.English);
        IReadOnlyDictionary<string, string> texts = ReadTexts(language);

        Assert.Equal(english.Keys, texts.Keys);
        Assert.All(texts, t => Assert.Equal(Places(english[t.Key]), Places(t.Value)));
        // Languages share some words with English.
        Assert.True(
            language == LanguageCodes.English || texts.Count(t => english[t.Key] == t.Value) < texts.Count / 5,
            "Most of it is English."
        );

        static IEnumerable<string> Places(string text) =>
            Enumerable.Range(0, 3).Select(i => $"{{{i}}}").Where(p => text.Contains(p, StringComparison.Ordinal));
    }

    private static IReadOnlyDictionary<string, string> ReadTexts(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Repository.GetPath("src", "SummitBot.Web", "Assets", "admin", $"{language}.json"))
        )!;

    private async Task<IReadOnlyList<string>> ListAsync(string address)
    {
        using IHtmlDocument page = await OpenAsync(address);
        return [.. page.QuerySelectorAll("main li > a").Select(a => a.TextContent)];
    }

    private async Task<string> FindAddressAsync(string question)
    {
        using IHtmlDocument page = await OpenAsync("/admin/questions");
        return page.QuerySelectorAll("main li > a").First(a => a.TextContent == question).GetAttribute("href")!;
    }

    private async Task<IHtmlDocument> OpenAsync(string address, string? language = null) =>
        new HtmlParser().ParseDocument(await ReadAsync(address, language));

    private async Task<string> ReadAsync(string address, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using HttpResponseMessage response = await SendAsync(request);
        string text = await response.Content.ReadAsStringAsync(Cancelled);
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return text;
    }

    /// <summary>A form of our own page, as a browser sends it; redirects are followed.</summary>
    private Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        SendFormAsync(address, "Sec-Fetch-Site", "same-origin", fields);

    private async Task<HttpResponseMessage> SendFormAsync(
        string address,
        string header,
        string value,
        params (string Name, string Value)[] fields
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };
        request.Headers.Add(header, value);
        HttpResponseMessage response = await SendAsync(request);
        if (response.StatusCode != HttpStatusCode.Redirect)
        {
            return response;
        }

        using (response)
        {
            // The client would follow without the key.
            return await SendAsync(new HttpRequestMessage(HttpMethod.Get, response.Headers.Location));
        }
    }

    /// <summary>Browsers send the key with every request to the host, whichever page makes them.</summary>
    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"operator:{Key}"))
        );
        return _client.SendAsync(request, Cancelled);
    }

    private Task AppendAsync(
        string question,
        string conversation = "c1",
        string channel = "directline",
        AnswerOutcome outcome = AnswerOutcome.Answered,
        string? answerId = null,
        TimeSpan age = default
    ) =>
        _host
            .Services.GetRequiredService<IConversationStore>()
            .AppendAsync(
                new AnsweredTurn
                {
                    Conversation = new ConversationKey(channel, conversation),
                    UserId = "u1",
                    Answer = new AnswerDocument(
                        null,
                        question,
                        outcome,
                        AnswerKind.Answer,
                        0.5,
                        "Text <b> of it. [1]",
                        null,
                        [],
                        outcome == AnswerOutcome.Answered
                            ?
                            [
                                new CitationDocument(
                                    1,
                                    "harbour-opens",
                                    "The new harbour opens",
                                    null,
                                    null,
                                    "harbour-opens#1",
                                    "The harbour",
                                    0,
                                    11
                                ),
                            ]
                            : [],
                        [],
                        "embedded",
                        7
                    ),
                    AskedAt = _host.Time.GetUtcNow() - age,
                    AnswerActivityId = answerId,
                },
                Cancelled
            );

    private Task GiveAsync(string answerId, Reaction reaction, string? comment, string user = "u1") =>
        _host
            .Services.GetRequiredService<IFeedbackStore>()
            .SaveAsync(
                new AnswerFeedback
                {
                    Conversation = new ConversationKey("directline", "c1"),
                    AnswerActivityId = answerId,
                    UserId = user,
                    Reaction = reaction,
                    Comment = comment,
                    GivenAt = _host.Time.GetUtcNow(),
                },
                Cancelled
            );
}
