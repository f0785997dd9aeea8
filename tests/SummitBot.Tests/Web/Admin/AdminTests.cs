using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Web.Admin;

namespace SummitBot.Tests.Web.Admin;

public sealed class AdminTests
{
    private const string Key = "a-key-of-these-tests";

    private static readonly Dictionary<string, string> WithKey = new(StringComparer.Ordinal) { ["Admin:Key"] = Key };

    private static readonly ConversationKey Conversation = new("directline", "c1");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/export.csv")]
    [InlineData("/admin/export.json")]
    public async Task WithoutAKey_ThereIsNothingForOthers(string address)
    {
        using var folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder);
        using HttpResponseMessage forwarded = await SendAsync(
            host,
            address,
            r => r.Add("X-Forwarded-For", "192.0.2.1")
        );
        // The remaining protection when the host itself trusts a forged X-Forwarded-For.
        using HttpResponseMessage believed = await SendAsync(
            host,
            address,
            r => r.Add("X-Original-For", "192.0.2.1:40000")
        );
        using HttpResponseMessage rebound = await SendAsync(host, address, r => r.Host = "evil.example.org");

        Assert.Equal(HttpStatusCode.NotFound, forwarded.StatusCode);
        Assert.Contains(
            "SummitBot:Admin:Key",
            await forwarded.Content.ReadAsStringAsync(Cancelled),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.BadRequest, rebound.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, believed.StatusCode);
    }

    [Fact]
    public async Task WithoutAKey_ADeveloperOnTheMachineMayLook()
    {
        using var folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder);
        using HttpResponseMessage response = await SendAsync(host, "/admin", _ => { });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task WithoutAKey_WhereNothingIsOpenedToTheMachine_NobodyMayLook()
    {
        using var folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(
            folder,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Admin:AllowLocal"] = "false" }
        );
        using HttpResponseMessage response = await SendAsync(host, "/admin", _ => { });

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Bearer", "another-key-of-some-length")]
    [InlineData("Bearer", "")]
    [InlineData("Basic", "no base64!")]
    [InlineData("Basic", "b3BlcmF0b3I=")]
    [InlineData("Digest", Key)]
    public async Task WithoutTheKey_NothingIsTold(string? scheme, string? secret)
    {
        using var folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder, WithKey);
        await AskedAsync(host, "Who stole the anchor?", AnswerOutcome.NotInCorpus);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/admin/export.json");
        request.Headers.TryAddWithoutValidation("Authorization", scheme is null ? null : $"{scheme} {secret}");
        using HttpResponseMessage response = await host.Client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Basic", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        Assert.DoesNotContain("anchor", await response.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePage_ShowsQuestionsRefusalsByTopicFeedbackAndTheIndex()
    {
        using var folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder, WithKey);
        await AskedAsync(host, "Who opened the harbour?", AnswerOutcome.Answered, "a1");
        await AskedAsync(host, "Who \u202Estole\u202C the anchor?", AnswerOutcome.NotInCorpus);
        await AskedAsync(host, "Where are anchors made? <b>", AnswerOutcome.NotInCorpus);
        await AskedAsync(host, "What does a ticket cost?", AnswerOutcome.NotInCorpus);
        await AskedAsync(host, "When does the tide turn?", AnswerOutcome.Offered);
        await GivenAsync(host, "a1", Reaction.Dislike, "<i>wrong \u2067mayor</i>");

        using IHtmlDocument page = new HtmlParser().ParseDocument(await GetAsync(host, "/admin"));

        Assert.Equal(
            [
                "5 questions",
                "20 % answered",
                "20 % passages offered",
                "60 % refused",
                "7 ms median time",
                "7 ms 95th percentile",
                "0 / 1 helpful / not",
            ],
            page.QuerySelectorAll(".figures div")
                .Select(f => $"{f.QuerySelector("dd")!.TextContent} {f.QuerySelector("dt")!.TextContent}")
        );
        IElement[] topics = [.. page.QuerySelectorAll(".topics > li")];
        Assert.Equal(
            ["anchors 2", "Other 1"],
            topics.Select(t => $"{t.QuerySelector("strong")!.TextContent} {t.QuerySelector(".count")!.TextContent}")
        );
        Assert.Equal(
            ["Where are anchors made? <b>", "Who stole the anchor?"],
            topics[0].QuerySelectorAll("ul li").Select(l => l.TextContent)
        );
        Assert.Contains("<i>wrong mayor</i>", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("3 articles", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("svg[role=img]").Length);
        Assert.Empty(page.QuerySelectorAll("script, main b, main i"));
    }

    [Fact]
    public async Task TheExports_HoldEachQuestionWithItsFeedback()
    {
        using var folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder, WithKey);
        await AskedAsync(host, "=1+1 \"or\" what?", AnswerOutcome.Answered, "a1");
        await GivenAsync(host, "a1", Reaction.Like, "fine, thanks");

        using JsonDocument json = JsonDocument.Parse(await GetAsync(host, "/admin/export.json?days=1"));
        string[] csv = (await GetAsync(host, "/admin/export.csv")).TrimStart('\uFEFF').TrimEnd().Split("\r\n");

        JsonElement turn = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal("=1+1 \"or\" what?", turn.GetProperty("question").GetString());
        Assert.Equal("answered", turn.GetProperty("outcome").GetString());
        Assert.Equal("like", turn.GetProperty("reaction").GetString());
        Assert.Equal(2, csv.Length);
        Assert.StartsWith("askedAt,channel,conversation,question,", csv[0], StringComparison.Ordinal);
        Assert.Contains(",\"'=1+1 \"\"or\"\" what?\",\"answered\",", csv[1], StringComparison.Ordinal);
        Assert.EndsWith(",\"like\",\"fine, thanks\"", csv[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM(A1)")]
    [InlineData("﹦1+1")]
    [InlineData(" =1+1")]
    [InlineData("\u200b=1+1")]
    [InlineData("\n=1+1")]
    public async Task ACellThatASpreadsheetWouldCalculate_BeginsWithAnApostrophe(string question)
    {
        using var folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder, WithKey);
        await AskedAsync(host, question, AnswerOutcome.NotInCorpus);

        Assert.Contains($",\"'{question}\",", await GetAsync(host, "/admin/export.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterTenWrongKeys_AnAddressIsRefusedForAMinute_AndTheLogSaysSoOnce()
    {
        using var folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder, WithKey);
        for (int i = 1; i < FailedKeyAttempts.MaxInAMinute; i++)
        {
            using HttpResponseMessage wrong = await KeyedAsync(host, $"no-key-of-these-{i}");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }

        using HttpResponseMessage refused = await KeyedAsync(host, "no-key-of-these");
        using HttpResponseMessage refusedRight = await KeyedAsync(host, Key);
        using HttpResponseMessage readiness = await KeyedAsync(host, Key, "/readyz");
        host.Time.Advance(TimeSpan.FromSeconds(61));
        using HttpResponseMessage allowed = await KeyedAsync(host, Key);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.TooManyRequests, refusedRight.StatusCode);
        Assert.DoesNotContain(
            "\"text\"",
            await readiness.Content.ReadAsStringAsync(Cancelled),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        LogRecorder.LogLine line = Assert.Single(
            host.Logs.Lines,
            l => l.Category.EndsWith(nameof(FailedKeyAttempts), StringComparison.Ordinal)
        );
        Assert.Contains("127.0.0.1 showed 10 wrong keys", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "no-key-of-these",
            string.Join(' ', host.Logs.Lines.Select(l => l.Text)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ASpanOfDays_LeavesOlderQuestionsOut()
    {
        using var folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder, WithKey);
        await AskedAsync(host, "Who opened the harbour?", AnswerOutcome.Answered, age: TimeSpan.FromDays(3));
        await AskedAsync(host, "Who stole the anchor?", AnswerOutcome.NotInCorpus);

        Assert.DoesNotContain("harbour?", await GetAsync(host, "/admin?days=2"), StringComparison.Ordinal);
        Assert.Contains("harbour?", await GetAsync(host, "/admin?days=4"), StringComparison.Ordinal);
        Assert.Contains("harbour?", await GetAsync(host, "/admin?days=nonsense"), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        WebTestHost host,
        string address,
        Action<HttpRequestHeaders> headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        headers(request.Headers);
        return await host.Client.SendAsync(request, Cancelled);
    }

    private static Task<HttpResponseMessage> KeyedAsync(WebTestHost host, string key, string address = "/admin") =>
        SendAsync(host, address, r => r.Authorization = new AuthenticationHeaderValue("Bearer", key));

    private static async Task<string> GetAsync(WebTestHost host, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        string credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"operator:{Key}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        using HttpResponseMessage response = await host.Client.SendAsync(request, Cancelled);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Cancelled);
    }

    private static Task AskedAsync(
        WebTestHost host,
        string question,
        AnswerOutcome outcome,
        string? answerId = null,
        TimeSpan age = default
    ) =>
        host
            .Services.GetRequiredService<IConversationStore>()
            .AppendAsync(
                new AnsweredTurn
                {
                    Conversation = Conversation,
                    UserId = "u1",
                    Answer = new AnswerDocument(
                        null,
                        question,
                        outcome,
                        AnswerKind.Answer,
                        0.5,
                        "Text.",
                        null,
                        [],
                        [],
                        [],
                        "embedded",
                        7
                    ),
                    AskedAt = host.Time.GetUtcNow() - age,
                    AnswerActivityId = answerId,
                },
                Cancelled
            );

    private static Task GivenAsync(WebTestHost host, string answerId, Reaction reaction, string comment) =>
        host
            .Services.GetRequiredService<IFeedbackStore>()
            .SaveAsync(
                new AnswerFeedback
                {
                    Conversation = Conversation,
                    AnswerActivityId = answerId,
                    UserId = "u1",
                    Reaction = reaction,
                    Comment = comment,
                    GivenAt = host.Time.GetUtcNow(),
                },
                Cancelled
            );
}
