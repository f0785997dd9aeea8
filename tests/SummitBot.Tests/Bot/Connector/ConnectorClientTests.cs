using System.Collections.Concurrent;
using System.Net;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;
using SummitBot.Bot.Connector.Sending;

namespace SummitBot.Tests.Bot.Connector;

/// <summary>Requests to a channel, and the handling of a failing channel.</summary>
public sealed class ConnectorClientTests : IAsyncLifetime
{
    private const string ConversationId = "19:x@thread.tacv2;messageid=1";

    private FakeChannel _channel = null!;
    private BotServices _bot = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FakeTimeProvider Time => _bot.Time;

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

        SendResult result = await _bot.SendAsync(activity, Cancellation);

        Assert.Equal(new SendResult(IsSuccess: true, "sent-1"), result);
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

        await _bot.SendAsync(activity, Cancellation);
        // The SDK's adapter removes it before sending.
        activity.Id = "f:1/2";
        _channel.NextAnswer(200);
        SendResult updated = await _bot.UpdateAsync(activity, Cancellation);
        _channel.NextAnswer(200);
        SendResult deleted = await _bot.DeleteAsync(
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
        Assert.True(updated.IsSuccess);
        Assert.True(deleted.IsSuccess);
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

        SendResult result = await _bot.SendAsync(activity, Cancellation);

        Assert.Null(result.StatusCode);
        Assert.False(result.IsSuccess);
    }

    [Fact]
    public async Task ARefusal_ComesBackWithWhatTheChannelSaid_AndIsNotRepeated()
    {
        _channel.NextAnswer(403, """{"error":{"code":"ContentStreamNotAllowed","message":"stopped"}}""");

        SendResult result = await _bot.SendAsync(Message("hello"), Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, result.StatusCode);
        Assert.Equal("ContentStreamNotAllowed", result.Code);
        Assert.Single(_channel.Requests);
    }

    [Fact]
    public async Task ARedirect_IsNotFollowed()
    {
        _channel.NextAnswer(302);

        Assert.Equal(HttpStatusCode.Redirect, (await _bot.SendAsync(Message("hello"), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task AnAnswerThatIsNoJson_IsASuccessWithoutId()
    {
        _channel.NextAnswer(202, "<html>");

        SendResult result = await _bot.SendAsync(Message("hello"), Cancellation);

        Assert.True(result.IsSuccess);
        Assert.Equal("", result.Id ?? "");
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task AMessage_IsSentAgainAfterTransientErrors(int status)
    {
        _channel.NextAnswer(status);
        _channel.NextAnswer(status);
        Task<SendResult> sending = _bot.SendAsync(Message("hello"), Cancellation);

        Assert.Equal("sent-3", (await AdvanceUntilAsync(sending)).Id);
        Assert.Equal(3, _channel.Requests.Count);
    }

    [Fact]
    public async Task AMessage_IsSentAgainAfterALostConnection()
    {
        _channel.NextIsCutOff();
        Task<SendResult> sending = _bot.SendAsync(Message("hello"), Cancellation);

        Assert.Equal("sent-2", (await AdvanceUntilAsync(sending)).Id);
    }

    [Fact]
    public async Task AnErrorThatPersists_IsGivenUpAfterFiveRepetitions()
    {
        for (int i = 0; i < 10; i++)
        {
            _channel.NextAnswer(502);
        }

        Task<SendResult> sending = _bot.SendAsync(Message("hello"), Cancellation);

        Assert.Equal(HttpStatusCode.BadGateway, (await AdvanceUntilAsync(sending)).StatusCode);
        Assert.Equal(1 + ConnectorRetryPolicy.MaxRepetitions, _channel.Requests.Count);
    }

    [Theory]
    [InlineData("20")]
    [InlineData("Thu, 01 Jan 2026 00:00:20 GMT")]
    public async Task RetryAfter_IsWaitedFor(string retryAfter)
    {
        DateTimeOffset start = Time.GetUtcNow();
        _channel.NextAnswer(429, retryAfter: retryAfter);
        Task<SendResult> sending = _bot.SendAsync(Message("hello"), Cancellation);

        await AdvanceUntilAsync(sending);

        Assert.InRange(Time.GetUtcNow() - start, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task ARetryAfterThatNobodyCanWaitFor_EndsTheMatter()
    {
        _channel.NextAnswer(429, retryAfter: "31");

        SendResult result = await _bot.SendAsync(Message("hello"), Cancellation);

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

        Assert.Equal(status, (int?)(await _bot.SendAsync(typing, Cancellation)).StatusCode);
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

        SendResult result = await AdvanceUntilAsync(_bot.SendAsync(activity, Cancellation));

        Assert.Null(result.StatusCode);
        Assert.Single(_channel.Requests);
        Assert.InRange(Time.GetUtcNow() - start, TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds + 4));
    }

    [Fact]
    public async Task AnAnswerThatStopsInTheMiddle_IsGivenUp()
    {
        _channel.NextHangsWithinItsBody();

        SendResult result = await AdvanceUntilAsync(_bot.SendAsync(Message("hello"), Cancellation));

        Assert.Null(result.StatusCode);
    }

    [Fact]
    public async Task AnUpdateThatIsNeverAnswered_IsRepeated_ForThatChangesNothing()
    {
        _channel.NextHangs();
        Activity activity = Message("hello");
        activity.Id = "1";

        SendResult result = await AdvanceUntilAsync(_bot.UpdateAsync(activity, Cancellation));

        Assert.True(result.IsSuccess);
        Assert.Equal(2, _channel.Requests.Count);
    }

    [Fact]
    public async Task TheCallersOwnCancellation_Throws()
    {
        _channel.NextHangs();
        using var stop = new CancellationTokenSource();
        Task<SendResult> sending = _bot.SendAsync(Message("hello"), stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task MessagesOfOneConversation_StayInOrder_AndWithinTheRates()
    {
        Task<SendResult>[] sends =
        [
            .. Enumerable.Range(0, 9).Select(i => _bot.SendAsync(Message($"{i}"), Cancellation)),
        ];
        await Task.WhenAll(sends[..7]);
        Activity other = Message("other");
        other.Conversation = new ConversationAccount { Id = "another" };
        Assert.True((await _bot.SendAsync(other, Cancellation)).IsSuccess);
        Assert.Equal(7 + 1, _channel.Requests.Count);

        Time.Advance(TimeSpan.FromSeconds(1));
        await sends[7];
        Assert.False(sends[8].IsCompleted);
        Time.Advance(TimeSpan.FromSeconds(1));
        await sends[8];

        Assert.Equal(["7", "8"], _channel.Requests.Where(r => r.Text is "7" or "8").Select(r => r.Text));
        Assert.Equal(10, _channel.Requests.Count);
    }

    /// <summary>The SDK's client changes its HTTP client as it is made: a shared one broke every later request.</summary>
    [Fact]
    public async Task ClientsThatAreMadeWhileOthersSend_DisturbNoRequest()
    {
        const int Sends = 500;
        var results = new ConcurrentBag<SendResult>();
        await Parallel.ForAsync(
            0,
            Sends,
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation },
            async (i, cancellation) =>
            {
                Activity activity = Message("hello");
                activity.Conversation = new ConversationAccount { Id = $"conversation-{i}" };
                results.Add(await _bot.SendAsync(activity, cancellation, audience: $"audience-{i}"));
            }
        );

        Assert.All(results, r => Assert.True(r.IsSuccess));
        Assert.Equal(Sends, _channel.Requests.Count);
    }

    /// <summary>
    /// Advances the clock until the task is done, slowly enough that no real request reaches its time limit.
    /// </summary>
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
