using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Feedback;
using SummitBot.Tests.Bot.Connector;

namespace SummitBot.Tests.Web.Teams;

/// <summary>The first and the last thing in a conversation: the welcome, and the thumbs below an answer.</summary>
public sealed class TeamsWelcomeTests : IAsyncLifetime
{
    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private FakeChannel _channel = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _channel = await FakeChannel.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("ar-EG")]
    [InlineData("zh-CN")]
    public async Task TheWelcomeComesOnce_WithThreeQuestionsThatTheArticlesAnswer(string locale)
    {
        await using WebTestHost host = await StartAsync(
            ("Corpus:Paths:0", Repository.GetPath("corpus")),
            ("Answering:MinConfidence", "0.4"),
            ("Answering:ClosestPassageConfidence", "0.25")
        );
        var chat = new TeamsChat(host, _channel) { Locale = locale };
        JsonObject installed = chat.Activity("installationUpdate");
        installed["action"] = "add";
        JsonObject joined = chat.Activity("conversationUpdate");
        joined["membersAdded"] = new JsonArray(
            new JsonObject { ["id"] = TeamsChat.Person },
            new JsonObject { ["id"] = TeamsChat.Bot }
        );

        JsonElement welcome = await chat.SendAsync(installed, 1);
        await chat.PostAsync(joined);
        string[] questions =
        [
            .. welcome
                .GetProperty("suggestedActions")
                .GetProperty("actions")
                .EnumerateArray()
                .Select(a => a.GetProperty("value").GetString()!),
        ];

        Assert.Equal(3, questions.Length);
        foreach (string question in questions)
        {
            JsonElement answer = await new TeamsChat(host, _channel) { Locale = locale }.SayAsync(question);
            JsonElement label = answer
                .GetProperty("entities")
                .EnumerateArray()
                .Single(e => e.GetProperty("type").GetString() == "https://schema.org/Message");
            Assert.True(label.TryGetProperty("citation", out JsonElement citations), question);
            Assert.NotEmpty(citations.EnumerateArray());
        }

        Assert.Single(chat.Messages);
    }

    [Fact]
    public async Task ARefusal_NamesTheClosestArticles()
    {
        await using WebTestHost host = await StartAsync(
            ("Answering:MinConfidence", "1"),
            ("Answering:ClosestPassageConfidence", "1")
        );

        JsonElement refusal = await new TeamsChat(host, _channel).SayAsync("Who painted the Grenmouth lighthouse?");

        string text = refusal.GetProperty("text").GetString()!;
        Assert.Contains("\n- Lighthouse keeper retires", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[1]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfferedPassages_AreAList_EachWithACitationOfItsOwn()
    {
        await using WebTestHost host = await StartAsync(
            ("Answering:MinConfidence", "1"),
            ("Answering:ClosestPassageConfidence", "0")
        );

        JsonElement offer = await new TeamsChat(host, _channel).SayAsync("Where do ferries and barges sail?");

        string[] lines = offer.GetProperty("text").GetString()!.Split('\n');
        JsonElement[] claims =
        [
            .. offer
                .GetProperty("entities")
                .EnumerateArray()
                .Single(e => e.GetProperty("type").GetString() == "https://schema.org/Message")
                .GetProperty("citation")
                .EnumerateArray(),
        ];
        Assert.Equal("I am not sure of the answer. Passages that may answer:", lines[0]);
        Assert.InRange(claims.Length, 2, 3);
        for (int i = 1; i <= claims.Length; i++)
        {
            Assert.StartsWith("- ", lines[i], StringComparison.Ordinal);
            Assert.EndsWith($"[{i}]", lines[i], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Thumbs_AreKept_AndTheCommandLineShowsThem()
    {
        await using WebTestHost host = await StartAsync();
        var chat = new TeamsChat(host, _channel);
        await chat.SayAsync("Who cut a rope of nettles?");
        JsonObject like = Feedback(chat, "like", "{\"feedbackText\":\"well said\"}");
        // Teams names the answer, the Playground does not. A busy machine shows more typing indicators before it.
        int before = _channel.Requests.TakeWhile(r => r.Body.GetProperty("type").GetString() != "message").Count();
        like["replyToId"] = $"sent-{before + 1}";

        using HttpResponseMessage liked = await chat.PostAsync(like);
        using HttpResponseMessage disliked = await new TeamsChat(host, _channel).PostAsync(
            Feedback(new TeamsChat(host, _channel), "dislike", "nobody asked")
        );

        Assert.Equal(HttpStatusCode.OK, liked.StatusCode);
        Assert.Equal("{}", await liked.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(HttpStatusCode.OK, disliked.StatusCode);
        FeedbackItem item = Assert.Single(
            await host.Services.GetRequiredService<IFeedbackStore>().ListAsync(new FeedbackFilter(), Cancelled)
        );
        Assert.Equal((Reaction.Like, "well said"), (item.Feedback.Reaction, item.Feedback.Comment));
        Assert.Equal("Who cut a rope of nettles?", item.Turn?.Answer.Question);
        using var cli = new CliFolder();
        CliResult shown = await cli.RunAsync(["feedback"], input: null, ("SummitBot__Storage__Path", _folder.Database));
        Assert.Contains("well said", shown.Output, StringComparison.Ordinal);
    }

    private Task<WebTestHost> StartAsync(params (string Name, string Value)[] settings) =>
        WebTestHost.StartReadyAsync(
            _folder,
            settings.ToDictionary(s => s.Name, s => s.Value, StringComparer.Ordinal),
            services => services.AddSingleton(TimeProvider.System)
        );

    private static JsonObject Feedback(TeamsChat chat, string reaction, string said)
    {
        JsonObject invoke = chat.Activity("invoke");
        invoke["name"] = "message/submitAction";
        invoke["value"] = new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = said },
        };
        return invoke;
    }
}
