using System.Net;
using System.Text.Json;
using SummitBot.Core.Answers;
using SummitBot.Tests.Web;
using static SummitBot.Tests.DirectLine.DirectLineClient;

namespace SummitBot.Tests.DirectLine;

/// <summary>Conversations by Direct Line with the real host and bot.</summary>
public sealed class ConversationTests : IAsyncLifetime
{
    private const string Question = "Who cut a rope of nettles?";
    private const string Answered = "Mayor Ada Quill cut a rope of nettles. [1]";

    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private WebTestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await StartHostAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AQuestion_IsEchoed_ThenAnsweredWithItsCitation()
    {
        DirectLineClient client = await StartAsync(_host.Client);
        using DirectLineStream stream = await client.OpenStreamAsync();
        JsonElement welcome = (await stream.MessagesAsync(1))[0];
        Assert.Equal("bot", welcome.GetProperty("from").GetProperty("role").GetString());
        Assert.False(welcome.TryGetProperty("replyToId", out _));

        string id = await client.SayAsync(Question, "client-1");
        IReadOnlyList<JsonElement> messages = await stream.MessagesAsync(2);

        JsonElement echo = messages[0];
        Assert.Equal(id, GetId(echo));
        Assert.Equal(Question, GetText(echo));
        Assert.Equal("client-1", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal("kept", echo.GetProperty("channelData").GetProperty("own").GetString());
        JsonElement answer = messages[1];
        Assert.Equal(id, answer.GetProperty("replyToId").GetString());
        Assert.Equal(
            $"{Answered}\n\n[1]: https://news.example.org/harbour?a=1&b=2 \"The new harbour opens\"",
            GetText(answer)
        );
        Assert.False(answer.TryGetProperty("serviceUrl", out _));
    }

    [Fact]
    public async Task AnAnswer_CarriesWhatWebChatAndTheWidgetShow()
    {
        DirectLineClient client = await StartAsync(_host.Client);
        await client.SayAsync(Question);
        JsonElement answer = (await client.PollMessagesAsync(3))[2];

        JsonElement entity = answer
            .GetProperty("entities")
            .EnumerateArray()
            .Single(e => e.GetProperty("type").GetString() == "https://schema.org/Message");
        Assert.Equal("", entity.GetProperty("@id").GetString());
        JsonElement claim = Assert.Single(entity.GetProperty("citation").EnumerateArray());
        Assert.Equal(1, claim.GetProperty("position").GetInt32());
        Assert.Equal(
            "Mayor Ada Quill cut a rope of nettles.",
            claim.GetProperty("appearance").GetProperty("text").GetString()
        );
        Assert.Equal(
            ["LikeAction", "DislikeAction"],
            entity.GetProperty("potentialAction").EnumerateArray().Select(a => a.GetProperty("@type").GetString())
        );
        AnswerDocument document = AnswerJson.Parse(
            answer.GetProperty("channelData").GetProperty("summitbot").ToString()
        );
        Assert.Equal(AnswerOutcome.Answered, document.Outcome);
        Assert.Equal("harbour-opens", Assert.Single(document.Citations).ArticleId);
        JsonElement suggested = answer.GetProperty("suggestedActions");
        Assert.Equal(0, suggested.GetProperty("to").GetArrayLength());
        Assert.All(
            suggested.GetProperty("actions").EnumerateArray(),
            a => Assert.Equal("imBack", a.GetProperty("type").GetString())
        );
    }

    [Fact]
    public async Task Typing_IsShownAndNotKept_AndAQuickAnswerIsOneMessage()
    {
        DirectLineClient client = await StartAsync(_host.Client);
        using DirectLineStream stream = await client.OpenStreamAsync();
        await stream.MessagesAsync(1);
        JsonElement[] indicators;
        JsonElement answer;
        do
        {
            // On a busy machine the answer may be kept before its typing was sent, which then is of no more use.
            (indicators, answer) = await AskForTypingAsync(client, stream);
        } while (indicators.Length == 0);

        Assert.All(indicators, t => Assert.Null(GetText(t)));
        Assert.False(answer.GetProperty("channelData").TryGetProperty("streamType", out _));
        Assert.All((await client.PollAsync()).Activities, a => Assert.Equal("message", GetActivityType(a)));
    }

    private static async Task<(JsonElement[] Indicators, JsonElement Answer)> AskForTypingAsync(
        DirectLineClient client,
        DirectLineStream stream
    )
    {
        await client.SayAsync(Question);
        JsonElement echo = Assert.NotNull(await stream.NextAsync());
        Assert.Equal("message", GetActivityType(echo));
        var indicators = new List<JsonElement>();
        JsonElement next = Assert.NotNull(await stream.NextAsync());
        for (; GetActivityType(next) == "typing"; next = Assert.NotNull(await stream.NextAsync()))
        {
            indicators.Add(next);
        }

        Assert.Equal("message", GetActivityType(next));
        return ([.. indicators], next);
    }

    [Fact]
    public async Task AWatermark_GivesWhatCameAfterIt_AndNothingTwice()
    {
        DirectLineClient client = await StartAsync(_host.Client);
        await client.SayAsync(Question);
        IReadOnlyList<JsonElement> all = await client.PollMessagesAsync(3);
        (_, string watermark) = await client.PollAsync();

        Assert.Empty((await client.PollAsync(watermark)).Activities);
        Assert.Equal(watermark, (await client.PollAsync(watermark)).Watermark);
        await client.SayAsync("And what did the harbour cost?");
        await client.PollMessagesAsync(5);
        Assert.Equal(2, (await client.PollAsync(watermark)).Activities.Count);
        foreach (string start in new[] { "", "0" })
        {
            Assert.Equal(HttpStatusCode.OK, await client.ReconnectAsync(start));
            using DirectLineStream stream = await client.OpenStreamAsync();
            Assert.Equal(all.Select(GetId), (await stream.MessagesAsync(3)).Select(GetId));
        }
    }

    [Fact]
    public async Task ALostSocket_LosesNothingAndRepeatsNothing()
    {
        DirectLineClient client = await StartAsync(_host.Client);
        var seen = new List<string>();
        string watermark = "";
        for (int round = 0; round < 5; round++)
        {
            Assert.Equal(HttpStatusCode.OK, await client.ReconnectAsync(watermark));
            using DirectLineStream stream = await client.OpenStreamAsync();
            await client.SayAsync(Question);
            seen.Add(GetId((await stream.MessagesAsync(1))[0]));
            seen.AddRange(stream.Rest.Where(a => GetActivityType(a) == "message").Select(GetId));
            watermark = stream.Watermark;
            stream.Abort();
        }

        await client.ReconnectAsync(watermark);
        using DirectLineStream rest = await client.OpenStreamAsync();
        seen.AddRange((await rest.MessagesAsync(1 + 10 - seen.Count)).Select(GetId));
        Assert.Equal((await client.PollMessagesAsync(11)).Select(GetId), seen);
    }

    [Fact]
    public async Task TwoTabs_SeeTheSame()
    {
        DirectLineClient one = await StartAsync(_host.Client);
        DirectLineClient two = one.Twin();
        await two.ReconnectAsync("");
        using DirectLineStream first = await one.OpenStreamAsync();
        using DirectLineStream second = await two.OpenStreamAsync();

        await one.SayAsync(Question);
        await two.SayAsync("What did the harbour cost?");

        IReadOnlyList<JsonElement> seenByOne = await first.MessagesAsync(5);
        Assert.Equal(seenByOne.Select(GetId), (await second.MessagesAsync(5)).Select(GetId));
        Assert.Equal(5, seenByOne.Select(GetId).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task ASlowReader_GetsEverythingInOrder()
    {
        DirectLineClient client = await StartAsync(_host.Client);
        using DirectLineStream slow = await client.OpenStreamAsync();
        await slow.MessagesAsync(1);
        const int Events = 200;
        for (int i = 0; i < Events; i++)
        {
            using HttpResponseMessage sent = await client.PostAsync(
                new
                {
                    type = "event",
                    name = $"event-{i}",
                    value = new string('x', 20_000),
                }
            );
            Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        }

        for (int i = 0; i < Events; i++)
        {
            JsonElement activity = Assert.NotNull(await slow.NextAsync());
            Assert.Equal($"event-{i}", activity.GetProperty("name").GetString());
        }
    }

    [Fact]
    public async Task ADuplicatePost_IsKeptAndAnsweredOnce()
    {
        DirectLineClient client = await StartAsync(_host.Client);
        string first = await client.SayAsync(Question, "same");
        string second = await client.SayAsync(Question, "same");
        await client.PollMessagesAsync(3);
        string third = await client.SayAsync(Question, "same");
        await client.SayAsync("What did the harbour cost?");

        IReadOnlyList<JsonElement> messages = await client.PollMessagesAsync(5);

        Assert.Equal(first, second);
        Assert.Equal(first, third);
        Assert.Equal(5, messages.Count);
        Assert.Single(messages, m => m.TryGetProperty("replyToId", out JsonElement id) && id.GetString() == first);
    }

    [Fact]
    public async Task AfterARestartOfTheHost_TheConversationGoesOn()
    {
        DirectLineClient client = await StartAsync(_host.Client);
        await client.SayAsync(Question, "same");
        IReadOnlyList<JsonElement> before = await client.PollMessagesAsync(3);
        await _host.DisposeAsync();
        _host = await StartHostAsync();
        var again = new DirectLineClient(_host.Client) { Token = client.Token, ConversationId = client.ConversationId };

        Assert.Equal(HttpStatusCode.OK, await again.ReconnectAsync(""));
        using DirectLineStream stream = await again.OpenStreamAsync();
        Assert.Equal(before.Select(GetId), (await stream.MessagesAsync(3)).Select(GetId));
        await again.SayAsync(Question, "same");
        await again.SayAsync("What did it cost?");
        IReadOnlyList<JsonElement> after = await again.PollMessagesAsync(5);
        Assert.Equal(5, after.Count);
        Assert.Contains("48 million crowns", GetText(after[4]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoppingTheHost_ClosesStreams_SoThatClientsComeBack()
    {
        DirectLineClient client = await StartAsync(_host.Client);
        using DirectLineStream stream = await client.OpenStreamAsync();
        await stream.MessagesAsync(1);

        Task stopping = _host.DisposeAsync().AsTask();

        Assert.Null(await stream.NextAsync());
        await stopping;
        Assert.Equal(System.Net.WebSockets.WebSocketCloseStatus.EndpointUnavailable, stream.CloseStatus);
        _host = await StartHostAsync();
    }

    [Fact]
    public async Task TheEndOfAConversation_IsTheEnd()
    {
        DirectLineClient client = await StartAsync(_host.Client);
        using DirectLineStream stream = await client.OpenStreamAsync();
        await stream.MessagesAsync(1);
        using HttpResponseMessage ended = await client.PostAsync(new { type = "endOfConversation" });
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);

        Assert.Equal("endOfConversation", GetActivityType(Assert.NotNull(await stream.NextAsync())));
        Assert.Null(await stream.NextAsync());
        using HttpResponseMessage late = await client.PostAsync(GetMessage(Question));
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await client.ReconnectAsync(""));
    }

    [Fact]
    public async Task EmptyFrames_AreIgnored()
    {
        DirectLineClient client = await StartAsync(_host.Client);
        using DirectLineStream stream = await client.OpenStreamAsync();
        await stream.SendAsync("");
        await stream.SendAsync("");
        await stream.MessagesAsync(1);
        await client.SayAsync(Question);
        await stream.MessagesAsync(2);
    }

    [Fact]
    public async Task MarkupInAQuestion_ComesBackAsTextOnly()
    {
        DirectLineClient client = await StartAsync(_host.Client);
        await client.SayAsync("<img src=x onerror=alert(1)> Who cut a rope of [nettles](javascript:alert(1))?");
        IReadOnlyList<JsonElement> messages = await client.PollMessagesAsync(3);

        Assert.DoesNotContain("<img", GetText(messages[2]), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("](javascript:", GetText(messages[2]), StringComparison.OrdinalIgnoreCase);
    }

    private Task<WebTestHost> StartHostAsync() =>
        WebTestHost.StartReadyAsync(
            _folder,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["DirectLine:VisitorPerMinute"] = "10000",
                ["DirectLine:AddressPerMinute"] = "10000",
            }
        );
}
