using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using SummitBot.Tests.Models;

namespace SummitBot.Tests.Web;

/// <summary><c>POST /api/ask/stream</c> as a client of server-sent events sees it.</summary>
public sealed class AskStreamTests : IAsyncLifetime
{
    private const string Sentence = "The harbour of Grenmouth opened on Tuesday after nine years of work.";
    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private ModelServer _server = null!;
    private WebTestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ModelServer.StartAsync();
        _host = await WebTestHost.StartReadyAsync(_folder, _server.HostSettings());
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Events_AreTheStagesOfTheAnswer_EachAWholeDocument()
    {
        _server.ReplyText($"{Sentence} [1]");

        List<SseItem<string>> events = await StreamAsync(new { id = "q1", question = "When did the harbour open?" });

        Assert.Equal(["preliminary", "partial", "final"], events.Select(e => e.EventType));
        JsonElement final = JsonSerializer.Deserialize<JsonElement>(events[^1].Data);
        Assert.Equal("q1", final.GetProperty("id").GetString());
        Assert.Equal(ModelServer.ModelName, final.GetProperty("writer").GetString());
        Assert.Equal($"{Sentence} [1]", final.GetProperty("text").GetString());
        Assert.Equal(1, final.GetProperty("usage").GetProperty("requests").GetInt32());
    }

    [Fact]
    public async Task AFailingModel_IsToldInTheFinalDocument_AndNoKeyInAnyLog()
    {
        _server.Reply(ModelReplies.Status(404, $"no such model, {ModelServer.Key}"));

        List<SseItem<string>> events = await StreamAsync(new { question = "When did the harbour open?" });

        JsonElement final = JsonSerializer.Deserialize<JsonElement>(events[^1].Data);
        Assert.Equal("unknownModel", final.GetProperty("modelTrouble").GetString());
        Assert.NotEmpty(final.GetProperty("note").GetString()!);
        Assert.Equal("embedded", final.GetProperty("writer").GetString());
        Assert.DoesNotContain(_host.Logs.Lines, l => l.Text.Contains(ModelServer.Key, StringComparison.Ordinal));
        Assert.DoesNotContain(events, e => e.Data.Contains(ModelServer.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AModelThatBreaksOff_HasItsSentencesReplaced_AndTheNoteSaysSo()
    {
        _server.Reply(ModelReplies.EndWithoutFinish($"{Sentence} [1]\nThen"));

        List<SseItem<string>> events = await StreamAsync(new { question = "What did the harbour cost?" });

        Assert.Equal(["preliminary", "partial", "final"], events.Select(e => e.EventType));
        JsonElement[] answers = [.. events.Select(e => JsonSerializer.Deserialize<JsonElement>(e.Data))];
        Assert.Equal(answers[0].GetProperty("text").GetString(), answers[2].GetProperty("text").GetString());
        Assert.NotEqual(answers[1].GetProperty("text").GetString(), answers[2].GetProperty("text").GetString());
        Assert.Equal("cutOff", answers[2].GetProperty("modelTrouble").GetString());
        Assert.Equal("The language model did not finish its answer.", answers[2].GetProperty("note").GetString());
    }

    [Theory]
    [InlineData("/api/ask")]
    [InlineData("/api/ask/stream")]
    public async Task ABudgetOfOnePerson_HoldsForAnAddress(string path)
    {
        using var folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(
            folder,
            _server.HostSettings(("SummitBot:Model:UserRequests", "1"))
        );
        _server.ReplyText($"{Sentence} [1]");
        var bodies = new List<string>();
        for (int i = 0; i < 2; i++)
        {
            using HttpResponseMessage response = await host.Client.PostAsJsonAsync(
                path,
                new { question = "When did the harbour open?", conversationId = $"conversation {i}" },
                TestContext.Current.CancellationToken
            );
            bodies.Add(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.DoesNotContain("budgetSpent", bodies[0], StringComparison.Ordinal);
        Assert.Contains("\"modelTrouble\":\"budgetSpent\"", bodies[1], StringComparison.Ordinal);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task ABadQuestion_IsAProblem()
    {
        using HttpResponseMessage response = await _host.Client.PostAsJsonAsync(
            "/api/ask/stream",
            new { question = "" },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private async Task<List<SseItem<string>>> StreamAsync(object body)
    {
        using HttpResponseMessage response = await _host.Client.PostAsJsonAsync(
            "/api/ask/stream",
            body,
            TestContext.Current.CancellationToken
        );
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        await using Stream stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        return await SseParser
            .Create(stream)
            .EnumerateAsync(TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
    }
}
