using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SummitBot.Core.Answers;

namespace SummitBot.Tests.Web;

public sealed class ProblemTests(HarbourHost harbour) : IClassFixture<HarbourHost>
{
    [Theory]
    [InlineData("{", 400, "/openapi/v1.json")]
    [InlineData("null", 400, "/openapi/v1.json")]
    [InlineData("[]", 400, "/openapi/v1.json")]
    [InlineData("", 400, "/openapi/v1.json")]
    [InlineData("{\"question\": 7}", 400, "/openapi/v1.json")]
    [InlineData("{\"question\": \"\\ud800\"}", 400, "/openapi/v1.json")]
    [InlineData("{\"question\": \"Who?\", \"maxSentences\": \"2\"}", 400, "/openapi/v1.json")]
    [InlineData("{}", 400, "The question is empty")]
    [InlineData("{\"question\": \" \"}", 400, "The question is empty")]
    [InlineData("{\"question\": \"Who?\", \"sentences\": 2}", 400, "unknown property 'sentences'")]
    [InlineData("{\"question\": \"Who?\", \"maxSentences\": 0}", 400, "between 1 and 10")]
    [InlineData("{\"question\": \"Who?\", \"asOf\": \"13.09.2023\"}", 400, "written like 2023-09-13")]
    [InlineData("{\"question\": \"Who?\", \"asOf\": \"2023-02-30\"}", 400, "written like 2023-09-13")]
    [InlineData(
        "{\"question\": \"Who?\", \"conversation\": [{\"role\": \"system\", \"text\": \"x\"}]}",
        400,
        "'user' or 'assistant'"
    )]
    [InlineData("{\"question\": \"Who?\", \"conversation\": [{\"role\": \"user\"}]}", 400, "Turn 1")]
    [InlineData("{\"question\": \"Who?\", \"conversation\": [null]}", 400, "Turn 1")]
    public async Task Ask_WithABodyThatIsNoQuestion_SaysHowToFixIt(string body, int status, string detail)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        (HttpResponseMessage response, JsonElement problem) = await harbour.Host.ReadJsonAsync(
            HttpMethod.Post,
            "/api/ask",
            content
        );

        AssertProblem(response, problem, status);
        Assert.Contains(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_WithATurnOverTheLimit_SaysHowLongItMayBe()
    {
        using HttpResponseMessage allowed = await AskAfterAsync(20_000);
        using HttpResponseMessage refused = await AskAfterAsync(20_001);

        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        JsonElement problem = await refused.Content.ReadFromJsonAsync<JsonElement>(
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            "Turn 2 of the conversation has 20001 characters: shorten it to 20000 at most.",
            problem.GetProperty("detail").GetString()
        );

        Task<HttpResponseMessage> AskAfterAsync(int length) =>
            harbour.Host.AskAsync(
                new
                {
                    question = "How much did it cost?",
                    conversation = new[]
                    {
                        new { role = "user", text = "When did the harbour of Grenmouth open?" },
                        new { role = "assistant", text = new string('a', length) },
                    },
                }
            );
    }

    [Fact]
    public async Task Ask_WithAQuestionOverTheLimit_SaysHowLongItMayBe()
    {
        using HttpResponseMessage allowed = await harbour.Host.AskAsync(new { question = new string('a', 2_000) });
        using HttpResponseMessage refused = await harbour.Host.AskAsync(new { question = new string('a', 2_001) });

        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        JsonElement problem = await refused.Content.ReadFromJsonAsync<JsonElement>(
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            "The question has 2001 characters: shorten it to 2000 at most.",
            problem.GetProperty("detail").GetString()
        );
    }

    [Fact]
    public async Task Ask_WithMoreThanAHundredTurns_IsRefused()
    {
        var turn = new { role = "user", text = "Hello" };
        using HttpResponseMessage allowed = await harbour.Host.AskAsync(
            new { question = "Who?", conversation = Enumerable.Repeat(turn, 100) }
        );
        using HttpResponseMessage refused = await harbour.Host.AskAsync(
            new { question = "Who?", conversation = Enumerable.Repeat(turn, 101) }
        );

        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        AssertProblem(
            refused,
            await refused.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken),
            400
        );
    }

    [Fact]
    public async Task Ask_WithABodyOverTheLimit_IsRefusedAs413()
    {
        using HttpResponseMessage response = await harbour.Host.AskAsync(new { question = new string('a', 65_600) });

        AssertProblem(
            response,
            await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken),
            413
        );
    }

    [Fact]
    public async Task Ask_WithABodyThatIsNotJson_IsRefusedAs415()
    {
        using var content = new StringContent("Who?", Encoding.UTF8, "text/plain");
        (HttpResponseMessage response, JsonElement problem) = await harbour.Host.ReadJsonAsync(
            HttpMethod.Post,
            "/api/ask",
            content
        );

        AssertProblem(response, problem, 415);
        Assert.Contains("application/json", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/api/ask", 405)]
    [InlineData("DELETE", "/articles/lighthouse", 405)]
    [InlineData("GET", "/api/nothing", 404)]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("GET", "/articles/nobody-wrote-it", 404)]
    [InlineData("GET", "/articles/%3Cscript%3E", 404)]
    public async Task AnAddressOrMethodThatIsNotServed_GivesAProblemWhateverIsAccepted(
        string method,
        string address,
        int status
    )
    {
        foreach (string accept in new[] { "application/json", "*/*", "text/plain", "image/png" })
        {
            (HttpResponseMessage response, JsonElement problem) = await harbour.Host.ReadJsonAsync(
                new HttpMethod(method),
                address,
                accept: accept
            );

            AssertProblem(response, problem, status);
        }
    }

    [Fact]
    public async Task AnErrorInABrowser_IsAPage()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/articles/nobody-wrote-it");
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        using HttpResponseMessage response = await harbour.Client.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            "There is no article of this name",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Ask_WhenTheTimeLimitPasses_GivesUpWith504()
    {
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        var writer = new WaitingWriter();
        await using WebTestHost host = await StartWithAsync(folder, writer);

        Task<HttpResponseMessage> asking = host.AskAsync(new { question = "Who cut a rope of nettles?" });
        await writer.Entered;
        host.Time.Advance(TimeSpan.FromSeconds(29.9));
        Assert.False(writer.WasCancelled);
        host.Time.Advance(TimeSpan.FromSeconds(0.2));
        using HttpResponseMessage response = await asking;

        AssertProblem(
            response,
            await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken),
            504
        );
        Assert.True(writer.WasCancelled);
    }

    [Fact]
    public async Task Ask_WhenTheClientGoesAway_StopsWorkAndIsNoError()
    {
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        var writer = new WaitingWriter();
        await using WebTestHost host = await StartWithAsync(folder, writer);
        int logged = host.Logs.Lines.Count;
        using var leaving = new CancellationTokenSource();

        Task<HttpResponseMessage> asking = host.Client.PostAsJsonAsync(
            "/api/ask",
            new { question = "Who cut a rope of nettles?" },
            leaving.Token
        );
        await writer.Entered;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await host.UntilAsync(() => Task.FromResult(writer.WasCancelled));

        await host.UntilAsync("/healthz", HttpStatusCode.OK);
        Assert.DoesNotContain(host.Logs.Lines.Skip(logged), l => l.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Ask_WhenSomethingBreaks_SaysNothingOfTheCauseToTheClientButLogsIt()
    {
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await StartWithAsync(folder, new BreakingWriter());

        using HttpResponseMessage response = await host.AskAsync(new { question = "Who cut a rope of nettles?" });

        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        AssertProblem(response, JsonSerializer.Deserialize<JsonElement>(body), 500);
        Assert.DoesNotContain(BreakingWriter.Secret, body, StringComparison.Ordinal);
        Assert.Contains(
            host.Logs.Lines,
            l => l.Level == LogLevel.Error && l.Text.Contains(BreakingWriter.Secret, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("/api/ask")]
    [InlineData("/api/ask/stream")]
    public async Task Logs_TellOfAnAnswer_AndHoldNoQuestion(string address)
    {
        int logged = harbour.Host.Logs.Lines.Count;
        using HttpResponseMessage response = await harbour.Host.Client.PostAsJsonAsync(
            address,
            new { question = "Who cut a rope of quincunxes?" },
            TestContext.Current.CancellationToken
        );
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var lines = harbour.Host.Logs.Lines.Skip(logged).ToList();
        Assert.Contains(
            lines,
            l =>
                l.Category.StartsWith("SummitBot.", StringComparison.Ordinal)
                && l.Text.Contains("citations in", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(lines, l => l.Text.Contains("quincunxes", StringComparison.OrdinalIgnoreCase));
    }

    private static void AssertProblem(HttpResponseMessage response, JsonElement problem, int status)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(new MediaTypeHeaderValue("application/problem+json"), response.Content.Headers.ContentType);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("type").GetString()!);
        response.Dispose();
    }

    private static Task<WebTestHost> StartWithAsync(CorpusFolder folder, IAnswerWriter writer) =>
        WebTestHost.StartReadyAsync(folder, services: services => services.AddSingleton(writer));

    private sealed class WaitingWriter : IAnswerWriter
    {
        private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "waiting";

        public Task Entered => _entered.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        public bool WasCancelled { get; private set; }

        public async Task<AnswerDraft> WriteAsync(AnswerRequest request, CancellationToken cancellationToken)
        {
            await using CancellationTokenRegistration _ = cancellationToken.Register(() => WasCancelled = true);
            _entered.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new AnswerDraft([], 0);
        }
    }

    private sealed class BreakingWriter : IAnswerWriter
    {
        public const string Secret = "key-4711";

        public string Name => "breaking";

        public Task<AnswerDraft> WriteAsync(AnswerRequest request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"Cannot sign in with {Secret}.");
    }
}
