using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SummitBot.Tests.DirectLine;

namespace SummitBot.Tests.Web.Access;

/// <summary>Every way by which a restricted article could be noticed by somebody who may not see it, and that its readers can.</summary>
public sealed class GroupAccessTests : IAsyncLifetime
{
    private static readonly string[] Board = ["board"];

    private readonly CorpusFolder _folder = RestrictedNews.Create();
    private WebTestHost _host = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _host = await WebTestHost.StartReadyAsync(_folder, RestrictedNews.SettingsFor(_folder));

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(RestrictedNews.SaleQuestion)]
    [InlineData(RestrictedNews.SalaryQuestion)]
    [InlineData("Tell me about the Kvarnholt shipyrad")]
    [InlineData("Which articles are there?")]
    [InlineData("What is the latest news?")]
    [InlineData("Which articles are about the harbour?")]
    [InlineData("Which articles did Nils Berg write?")]
    [InlineData("Who wrote the sale of the Kvarnholt shipyard?")]
    [InlineData("Summarise the article 'Pay of the harbour staff'")]
    [InlineData("Summarise sale")]
    [InlineData("Summarise the news about the harbour")]
    public async Task WithoutAKey_NoAnswerTellsOfARestrictedArticle(string question)
    {
        foreach (string address in new[] { "/api/ask", "/api/ask/stream" })
        {
            using HttpResponseMessage response = await _host.Client.PostAsJsonAsync(
                address,
                new { question, explain = true },
                Cancelled
            );
            string body = await response.Content.ReadAsStringAsync(Cancelled);

            Assert.True(response.IsSuccessStatusCode, body);
            AssertTellsNothing(body, $"{address} of '{question}'", question);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/articles")]
    [InlineData("/articles?q=harbour+crowns")]
    [InlineData("/readyz")]
    public async Task WithoutAKey_NoPageTellsOfARestrictedArticle(string address)
    {
        string body = await _host.Client.GetStringAsync(address, Cancelled);

        AssertTellsNothing(body, address);
        Assert.DoesNotContain("5 in all", body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"articles\":5", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARestrictedArticlesPage_IsAsIfItWereNotThere()
    {
        using HttpResponseMessage hidden = await _host.Client.GetAsync("/articles/sale", Cancelled);
        using HttpResponseMessage none = await _host.Client.GetAsync("/articles/nothing-here", Cancelled);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.StatusCode, none.StatusCode));
        Assert.Equal(await BodyOfAsync(none), await BodyOfAsync(hidden));

        static async Task<string> BodyOfAsync(HttpResponseMessage response) =>
            (await response.Content.ReadAsStringAsync(Cancelled)).Split("traceId")[0];
    }

    [Fact]
    public async Task TheHolderOfAKey_SeesWhatItsGroupsMay_AndNotMore()
    {
        JsonElement sale = await AskAsync(RestrictedNews.SaleQuestion, RestrictedNews.BoardKey);
        JsonElement pay = await AskAsync(RestrictedNews.SalaryQuestion, RestrictedNews.BoardKey);
        using HttpResponseMessage list = await GetAsync("/articles", RestrictedNews.BoardKey);
        using HttpResponseMessage article = await GetAsync("/articles/sale", RestrictedNews.BoardKey);
        using HttpResponseMessage other = await GetAsync("/articles/personnel-pay", RestrictedNews.BoardKey);

        Assert.Contains(RestrictedNews.Seller, sale.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(RestrictedNews.Salary, pay.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("4 in all", await list.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (article.StatusCode, other.StatusCode));
        Assert.True(article.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task AWrongKey_IsRefused_AndNotTakenForNone()
    {
        using HttpResponseMessage asked = await SendAsync(
            HttpMethod.Post,
            "/api/ask",
            "a-wrong-key-of-letters",
            JsonContent.Create(new { question = "Who cut a rope of nettles?" })
        );
        using HttpResponseMessage page = await GetAsync("/articles", "a-wrong-key-of-letters");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (asked.StatusCode, page.StatusCode));
        Assert.Contains("Access:Keys", await asked.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnDirectLine_AServersTokenCarriesTheGroups_AndAVisitorCannotClaimThem()
    {
        DirectLineClient member = await StartAsync(new { user = new { id = "dl_ada" }, groups = Board });
        await member.SayAsync(RestrictedNews.SaleQuestion);
        JsonElement answer = (await member.PollMessagesAsync(3))[^1];
        using HttpResponseMessage refreshed = await member.SendAsync(HttpMethod.Post, "tokens/refresh");
        member.Token = (await refreshed.Content.ReadFromJsonAsync<JsonElement>(Cancelled))
            .GetProperty("token")
            .GetString()!;
        await member.SayAsync("Who would buy it?");
        JsonElement followUp = (await member.PollMessagesAsync(5))[^1];

        using HttpResponseMessage given = await _host.Client.PostAsJsonAsync(
            "/api/webchat/token",
            new { groups = Board },
            Cancelled
        );
        JsonElement token = await given.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        var visitor = new DirectLineClient(_host.Client) { Token = token.GetProperty("token").GetString()! };
        using HttpResponseMessage started = await visitor.SendAsync(
            HttpMethod.Post,
            "conversations",
            new { groups = Board }
        );
        visitor.ConversationId = (await started.Content.ReadFromJsonAsync<JsonElement>(Cancelled))
            .GetProperty("conversationId")
            .GetString()!;
        await visitor.SayAsync(RestrictedNews.SaleQuestion);
        IReadOnlyList<JsonElement> seen = await visitor.PollMessagesAsync(3);

        Assert.Contains(RestrictedNews.Seller, answer.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("sale", followUp.GetRawText(), StringComparison.Ordinal);
        AssertTellsNothing(
            string.Concat(seen.Select(s => s.GetRawText())),
            "the visitor's conversation",
            RestrictedNews.SaleQuestion
        );
    }

    [Fact]
    public async Task WhoMayNoLongerSeeAnArticle_IsNotShownIt_AsASourceOrInAConversationsMemory()
    {
        DirectLineClient member = await StartAsync(new { user = new { id = "dl_ada" }, groups = Board });
        await member.SayAsync(RestrictedNews.SaleQuestion);
        await member.PollMessagesAsync(3);

        string path = Path.Combine(_folder.Corpus, "sale.md");
        string text = await File.ReadAllTextAsync(path, Cancelled);
        await File.WriteAllTextAsync(
            path,
            text.Replace("[board, council]", "council", StringComparison.Ordinal),
            Cancelled
        );
        await _host.UntilAsync(async () =>
        {
            _host.Time.Advance(TimeSpan.FromSeconds(1));
            using HttpResponseMessage page = await GetAsync("/articles/sale", RestrictedNews.BoardKey);
            return page.StatusCode == HttpStatusCode.NotFound;
        });
        await member.SayAsync("/sources");
        JsonElement sources = (await member.PollMessagesAsync(5))[^1];
        await member.SayAsync("Who would buy it?");
        JsonElement followUp = (await member.PollMessagesAsync(7))[^1];

        AssertTellsNothing(sources.GetRawText(), "/sources");
        AssertTellsNothing(followUp.GetRawText(), "the follow-up");
    }

    [Theory]
    [InlineData("groups:")]
    [InlineData("groups: []")]
    [InlineData("Groups: {board: true}")]
    [InlineData("group: \"\"")]
    [InlineData("groups: [board, public]")]
    public async Task AnArticleThatLeavesOpenWhoMaySeeIt_StaysOut(string line)
    {
        string path = _folder.Write("slip.md", $"---\ntitle: A slip\n{line}\n---\nThe treasurer hides a ladder.");

        await _host.UntilAsync(() =>
        {
            _host.Time.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(
                _host.Logs.Lines.Any(l =>
                    l.Text.Contains(path, StringComparison.Ordinal)
                    && l.Text.Contains("'groups'", StringComparison.Ordinal)
                )
            );
        });
        using HttpResponseMessage page = await GetAsync("/articles/slip", RestrictedNews.BoardKey);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    /// <param name="said">What the asker knows already.</param>
    private static void AssertTellsNothing(string text, string where, string said = "") =>
        Assert.All(
            RestrictedNews.Secrets.Where(secret => !said.Contains(secret, StringComparison.OrdinalIgnoreCase)),
            secret =>
                Assert.False(
                    text.Contains(secret, StringComparison.OrdinalIgnoreCase),
                    $"'{secret}' is told by {where}: {text}"
                )
        );

    private async Task<DirectLineClient> StartAsync(object request)
    {
        var server = new DirectLineClient(_host.Client) { Token = "the-secret-of-the-channel" };
        using HttpResponseMessage given = await server.SendAsync(HttpMethod.Post, "tokens/generate", request);
        JsonElement token = await given.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        var client = new DirectLineClient(_host.Client) { Token = token.GetProperty("token").GetString()! };
        using HttpResponseMessage started = await client.SendAsync(HttpMethod.Post, "conversations");
        client.ConversationId = token.GetProperty("conversationId").GetString()!;
        return client;
    }

    private async Task<JsonElement> AskAsync(string question, string key)
    {
        using HttpResponseMessage response = await SendAsync(
            HttpMethod.Post,
            "/api/ask",
            key,
            JsonContent.Create(new { question })
        );
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
    }

    private Task<HttpResponseMessage> GetAsync(string address, string key) => SendAsync(HttpMethod.Get, address, key);

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string address,
        string key,
        HttpContent? content = null
    )
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await _host.Client.SendAsync(request, Cancelled);
    }
}
