using System.Net;
using Microsoft.Extensions.Time.Testing;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Connector;
using SummitBot.Bot.Connector.Sending;

namespace SummitBot.Tests.Bot.Connector;

/// <summary>What leaves towards a channel, and what happens when the channel is in trouble.</summary>
public sealed class ConnectorClientTests : IAsyncLifetime
{
    private const string ConversationId = "19:x@thread.tacv2;messageid=1";

    private FakeChannel _channel = null!;
    private BotServices _bot = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FakeTimeProvider Time => _bot.Time;

    private IConnectorClient Connector => _bot.Get<IConnectorClient>();

    public async ValueTask InitializeAsync()
    {
        _channel = await FakeChannel.StartAsync();
        _bot = new BotServices(new Dictionary<string, string?>());
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _channel.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task ASend_GoesBelowTheServiceUrl_WithOrWithoutASlash_AndEscapesIds(string end)
    {
        Activity activity = Message("hello");
        activity.ServiceUrl += end;

        ConnectorResult result = await Connector.SendToConversationAsync(activity, Cancellation);

        Assert.Equal(new ConnectorResult(HttpStatusCode.Created, "sent-1"), result);
        FakeChannel.Received request = Assert.Single(_channel.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/_connector/v3/conversations/19%3Ax%40thread.tacv2%3Bmessageid%3D1/activities", request.Target);
        Assert.Equal("hello", request.Text);
        Assert.Equal("", request.Authorization);
    }

    [Fact]
    public async Task Reply_Update_AndDelete_NameTheActivity()
    {
        Activity activity = Message("hello");
        activity.Id = "f:1/2";
        activity.ReplyToId = "q?1";

        await Connector.ReplyToActivityAsync(activity, Cancellation);
        _channel.NextAnswer(200);
        ConnectorResult updated = await Connector.UpdateActivityAsync(activity, Cancellation);
        _channel.NextAnswer(200);
        ConnectorResult deleted = await Connector.DeleteActivityAsync(
            new ConversationReference
            {
                ActivityId = "f:1/2",
                Conversation = activity.Conversation,
                ServiceUrl = activity.ServiceUrl,
            },
            Cancellation
        );

        const string Activities = "/_connector/v3/conversations/19%3Ax%40thread.tacv2%3Bmessageid%3D1/activities";
        Assert.Equal(
            [
                ("POST", $"{Activities}/q%3F1"),
                ("PUT", $"{Activities}/f%3A1%2F2"),
                ("DELETE", $"{Activities}/f%3A1%2F2"),
            ],
            _channel.Requests.Select(r => (r.Method, r.Target))
        );
        Assert.Equal(new ConnectorResult(HttpStatusCode.OK), updated);
        Assert.Equal(new ConnectorResult(HttpStatusCode.OK), deleted);
    }

    [Fact]
    public async Task AnIdOfDots_DoesNotClimbOutOfThePath()
    {
        Activity activity = Message("hello");
        activity.Conversation = new ConversationAccount { Id = ".." };

        await Connector.SendToConversationAsync(activity, Cancellation);

        Assert.StartsWith("/_connector/v3/conversations/%252E%252E/", Assert.Single(_channel.Requests).Target);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://smba.trafficmanager.net/amer/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("not an address")]
    [InlineData("")]
    [InlineData(null)]
    public async Task AServiceUrlThatMayNotBeCalled_IsNotCalled(string? serviceUrl)
    {
        Activity activity = Message("hello");
        activity.ServiceUrl = serviceUrl;

        ConnectorResult result = await Connector.SendToConversationAsync(activity, Cancellation);

        Assert.Null(result.StatusCode);
        Assert.False(result.IsSuccess);
    }

    [Fact]
    public async Task ARefusal_ComesBackWithWhatTheChannelSaid_AndIsNotRepeated()
    {
        _channel.NextAnswer(403, """{"error":{"code":"ContentStreamNotAllowed","message":"stopped"}}""");

        ConnectorResult result = await Connector.SendToConversationAsync(Message("hello"), Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, result.StatusCode);
        Assert.Equal("ContentStreamNotAllowed", result.Error?.Error?.Code);
        Assert.Single(_channel.Requests);
    }

    [Fact]
    public async Task ARedirect_IsNotFollowed()
    {
        _channel.NextAnswer(302);

        Assert.Equal(
            HttpStatusCode.Redirect,
            (await Connector.SendToConversationAsync(Message("hello"), Cancellation)).StatusCode
        );
    }

    [Fact]
    public async Task AnAnswerThatIsNoJson_IsASuccessWithoutId()
    {
        _channel.NextAnswer(202, "<html>");

        Assert.Equal(
            new ConnectorResult(HttpStatusCode.Accepted),
            await Connector.SendToConversationAsync(Message("hello"), Cancellation)
        );
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task AMessage_IsSentAgainAfterPassingTrouble(int status)
    {
        _channel.NextAnswer(status);
        _channel.NextAnswer(status);
        Task<ConnectorResult> sending = Connector.SendToConversationAsync(Message("hello"), Cancellation);

        Assert.Equal("sent-3", (await AdvanceUntilAsync(sending)).Id);
        Assert.Equal(3, _channel.Requests.Count);
    }

    [Fact]
    public async Task AMessage_IsSentAgainAfterALostConnection()
    {
        _channel.NextIsCutOff();
        Task<ConnectorResult> sending = Connector.SendToConversationAsync(Message("hello"), Cancellation);

        Assert.Equal("sent-2", (await AdvanceUntilAsync(sending)).Id);
    }

    [Fact]
    public async Task TroubleThatStays_IsGivenUpAfterFiveRepetitions()
    {
        for (int i = 0; i < 10; i++)
        {
            _channel.NextAnswer(502);
        }

        Task<ConnectorResult> sending = Connector.SendToConversationAsync(Message("hello"), Cancellation);

        Assert.Equal(HttpStatusCode.BadGateway, (await AdvanceUntilAsync(sending)).StatusCode);
        Assert.Equal(1 + SendAgain.MostRepetitions, _channel.Requests.Count);
    }

    [Theory]
    [InlineData("20")]
    [InlineData("Thu, 01 Jan 2026 00:00:20 GMT")]
    public async Task RetryAfter_IsWaitedFor(string retryAfter)
    {
        DateTimeOffset start = Time.GetUtcNow();
        _channel.NextAnswer(429, retryAfter: retryAfter);
        Task<ConnectorResult> sending = Connector.SendToConversationAsync(Message("hello"), Cancellation);

        await AdvanceUntilAsync(sending);

        Assert.InRange(Time.GetUtcNow() - start, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task ARetryAfterThatNobodyCanWaitFor_EndsTheMatter()
    {
        _channel.NextAnswer(429, retryAfter: "31");

        ConnectorResult result = await Connector.SendToConversationAsync(Message("hello"), Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, result.StatusCode);
        Assert.Single(_channel.Requests);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    public async Task ATypingSignOrStreamedPart_IsNotSentAgain(int status)
    {
        _channel.NextAnswer(status);
        Activity typing = Message("so far");
        typing.Type = ActivityTypes.Typing;

        Assert.Equal(status, (int?)(await Connector.SendToConversationAsync(typing, Cancellation)).StatusCode);
        Assert.Single(_channel.Requests);
    }

    [Theory]
    [InlineData(ActivityTypes.Message, 10)]
    [InlineData(ActivityTypes.Typing, 5)]
    public async Task ASendThatIsNeverAnswered_IsGivenUp_AndNotRepeated(string type, int seconds)
    {
        DateTimeOffset start = Time.GetUtcNow();
        _channel.NextHangs();
        Activity activity = Message("hello");
        activity.Type = type;

        ConnectorResult result = await AdvanceUntilAsync(Connector.SendToConversationAsync(activity, Cancellation));

        Assert.Null(result.StatusCode);
        Assert.Single(_channel.Requests);
        Assert.InRange(Time.GetUtcNow() - start, TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds + 4));
    }

    [Fact]
    public async Task AnAnswerThatStopsInTheMiddle_IsGivenUp()
    {
        _channel.NextHangsWithinItsBody();

        ConnectorResult result = await AdvanceUntilAsync(
            Connector.SendToConversationAsync(Message("hello"), Cancellation)
        );

        Assert.Null(result.StatusCode);
    }

    [Fact]
    public async Task AnUpdateThatIsNeverAnswered_IsRepeated_ForThatChangesNothing()
    {
        _channel.NextHangs();
        Activity activity = Message("hello");
        activity.Id = "1";

        ConnectorResult result = await AdvanceUntilAsync(Connector.UpdateActivityAsync(activity, Cancellation));

        Assert.Equal(HttpStatusCode.Created, result.StatusCode);
        Assert.Equal(2, _channel.Requests.Count);
    }

    [Fact]
    public async Task TheCallersOwnCancellation_Throws()
    {
        _channel.NextHangs();
        using var stop = new CancellationTokenSource();
        Task<ConnectorResult> sending = Connector.SendToConversationAsync(Message("hello"), stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task MessagesOfOneConversation_StayInOrder_AndWithinTheRates()
    {
        Task<ConnectorResult>[] sends =
        [
            .. Enumerable.Range(0, 9).Select(i => Connector.SendToConversationAsync(Message($"{i}"), Cancellation)),
        ];
        await Task.WhenAll(sends[..7]);
        await Task.Delay(50, Cancellation);
        Assert.Equal(7, _channel.Requests.Count);

        Activity other = Message("other");
        other.Conversation = new ConversationAccount { Id = "another" };
        Assert.True((await Connector.SendToConversationAsync(other, Cancellation)).IsSuccess);

        Time.Advance(TimeSpan.FromSeconds(1));
        await sends[7];
        Assert.False(sends[8].IsCompleted);
        Time.Advance(TimeSpan.FromSeconds(1));
        await sends[8];

        Assert.Equal(["7", "8"], _channel.Requests.Where(r => r.Text is "7" or "8").Select(r => r.Text));
        Assert.Equal(10, _channel.Requests.Count);
    }

    [Fact]
    public async Task AnOverlongMessage_IsCutBeforeItLeaves()
    {
        string text = string.Join(' ', Enumerable.Repeat("This is a sentence. [1]", 2_000));

        await Connector.SendToConversationAsync(Message(text), Cancellation);

        FakeChannel.Received request = Assert.Single(_channel.Requests);
        Assert.EndsWith("sentence. [1] …", request.Text);
        Assert.InRange(request.Body.GetRawText().Length, 18_000, MessageSize.MostCharacters);
    }

    /// <summary>Lets the clock run until the task is done, so slowly that no real request meets its time limit.</summary>
    private async Task<T> AdvanceUntilAsync<T>(Task<T> task)
    {
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        while (await Task.WhenAny(task, Task.Delay(10, Cancellation)) != task)
        {
            Assert.True(
                System.Diagnostics.Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60),
                "Not within a minute."
            );
            Time.Advance(TimeSpan.FromSeconds(0.1));
        }

        return await task;
    }

    private Activity Message(string text) =>
        new(ActivityTypes.Message)
        {
            Text = text,
            ServiceUrl = _channel.ServiceUrl,
            ChannelId = "msteams",
            Conversation = new ConversationAccount { Id = ConversationId },
        };
}
