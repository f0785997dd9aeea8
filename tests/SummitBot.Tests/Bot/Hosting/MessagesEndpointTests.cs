using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Connector;
using SummitBot.Bot.Hosting;

namespace SummitBot.Tests.Bot.Hosting;

public sealed class MessagesEndpointTests
{
    private static readonly BotCallbackHandler Echo = (turn, token) =>
        turn.SendActivityAsync($"echo {turn.Activity.Text}", cancellationToken: token);

    private static readonly Dictionary<string, string?> WithAppId = new(StringComparer.Ordinal)
    {
        ["SummitBot:Bot:AppId"] = "00000000-1111-2222-3333-444444444444",
        ["SummitBot:Bot:AppPassword"] = "secret",
    };

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"type\":")]
    [InlineData("""{"type":"message","channelId":"msteams","serviceUrl":"http://localhost/"}""")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"serviceUrl":"http://localhost/"}""")]
    [InlineData("""{"channelId":"msteams","conversation":{"id":"c"},"serviceUrl":"http://localhost/"}""")]
    [InlineData("""{"type":"message","channelId":"msteams","conversation":{"id":"c"}}""")]
    [InlineData(
        """{"type":"message","channelId":"msteams","conversation":{"id":"c"},"serviceUrl":"file:///etc/passwd"}"""
    )]
    [InlineData("""{"type":"message","channelId":"msteams","conversation":"c","serviceUrl":"http://localhost/"}""")]
    [InlineData(
        """{"type":"message","type":"event","channelId":"msteams","conversation":{"id":"c"},"serviceUrl":"http://localhost/"}"""
    )]
    [InlineData(
        """{"type":"message","channelId":"msteams","conversation":{"id":"c"},"serviceUrl":"http://localhost/","text":"\ud800"}"""
    )]
    [InlineData(
        """{"type":"message","channelId":"msteams","conversation":{"id":"c"},"serviceUrl":"http://localhost/","entities":{}}"""
    )]
    [InlineData(
        """{"type":"message","channelId":"msteams","conversation":{"id":"c"},"serviceUrl":"http://localhost/","timestamp":"yesterday"}"""
    )]
    [InlineData(
        """{"type":"message","channelId":"msteams","conversation":{"id":"c"},"serviceUrl":"http://localhost/","entities":["mention"]}"""
    )]
    [InlineData(
        """{"type":"message","channelId":"msteams","conversation":{"id":"c"},"serviceUrl":"http://localhost/","entities":[{"type":{}}]}"""
    )]
    [InlineData(
        """{"type":"message","channelId":"msteams","conversation":{"id":"c","id":"d"},"serviceUrl":"http://localhost/"}"""
    )]
    [InlineData(
        """{"type":"message","channelId":"msteams","conversation":{"id":"c"},"serviceUrl":"http://localhost/","entities":[{"a":{"b":1,"b":2}}]}"""
    )]
    [InlineData(
        """{"type":"message","channelId":"msteams","conversation":{"id":"c"},"serviceUrl":"http://localhost/","channelData":{"\ud800":1}}"""
    )]
    public async Task AMalformedActivity_IsRefusedWithAProblem(string body)
    {
        await using ProtocolHost host = await ProtocolHost.StartAsync(Echo);

        using HttpResponseMessage response = await host.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.DoesNotContain("System.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadUtf8_AnAbyss_AndAGiant_AreRefused()
    {
        await using ProtocolHost host = await ProtocolHost.StartAsync(
            Echo,
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["SummitBot:Bot:MaxBodyBytes"] = "4096" }
        );
        byte[] badText = [.. "{\"type\":\"message\",\"x\":\""u8, 0xFF, 0xFE, .. "\"}"u8];
        string deep = $$"""{"type":"message","channelData":{{new string('[', 500)}}{{new string(']', 500)}}}""";

        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(badText)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(deep)).StatusCode);
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await host.PostAsync(ProtocolHost.Message(new string('x', 5_000)))).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.UnsupportedMediaType,
            (await host.PostAsync("{}"u8.ToArray(), "text/plain")).StatusCode
        );
    }

    [Theory]
    [InlineData("membersAdded")]
    [InlineData("membersRemoved")]
    [InlineData("reactionsAdded")]
    [InlineData("entities")]
    [InlineData("attachments")]
    public async Task AListThatIsNullOrHasHoles_IsTaken(string list)
    {
        await using ProtocolHost host = await ProtocolHost.StartAsync(Echo);
        JsonNode withNull = JsonNode.Parse(ActivityJson.Serialize(ProtocolHost.Message("a")))!;
        withNull[list] = null;
        JsonNode withHole = JsonNode.Parse(ActivityJson.Serialize(ProtocolHost.Message("b")))!;
        withHole[list] = new JsonArray(null, new JsonObject());

        Assert.Equal(HttpStatusCode.Accepted, (await host.PostAsync(withNull.ToJsonString())).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await host.PostAsync(withHole.ToJsonString())).StatusCode);
        await host.UntilAsync(() => host.Texts.Count() == 2);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    public async Task OtherMethods_AreNotAllowed(string method)
    {
        await using ProtocolHost host = await ProtocolHost.StartAsync(Echo);
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), "/api/messages");

        using HttpResponseMessage response = await host.Client.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task WithoutAToken_ACallerIsRefused_BeforeTheBodyIsRead_AndToldNoReason()
    {
        await using ProtocolHost host = await ProtocolHost.StartAsync(Echo, WithAppId);

        using HttpResponseMessage response = await host.PostAsync("not even JSON");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("there is no bearer token", body, StringComparison.Ordinal);
        Assert.Contains(host.Logs.Lines, l => l.Text.Contains("there is no bearer token", StringComparison.Ordinal));
        Assert.Empty(host.Channel.Sent);
    }

    [Fact]
    public async Task ACallerBehindAProxy_IsRefused_WithoutAnAppId()
    {
        await using ProtocolHost host = await ProtocolHost.StartAsync(Echo);
        host.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "52.112.0.1");

        using HttpResponseMessage response = await host.PostAsync(ProtocolHost.Message("hi"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(host.Channel.Sent);
    }

    [Fact]
    public async Task AnAddressThatIsRefusedTooOften_IsToldToWait_AndTheLogStaysSmall()
    {
        await using ProtocolHost host = await ProtocolHost.StartAsync(Echo, WithAppId);
        var statuses = new List<HttpStatusCode>();
        for (int i = 0; i < RefusalLimit.PerMinute + 40; i++)
        {
            using HttpResponseMessage response = await host.PostAsync("{}");
            statuses.Add(response.StatusCode);
            Assert.Equal(
                response.StatusCode == HttpStatusCode.TooManyRequests,
                response.Headers.RetryAfter is { Delta: { } wait } && wait >= TimeSpan.FromSeconds(1)
            );
        }

        Assert.All(statuses[..RefusalLimit.PerMinute], s => Assert.Equal(HttpStatusCode.Unauthorized, s));
        int told = statuses.Count(s => s == HttpStatusCode.TooManyRequests);
        Assert.InRange(told, 1, 40);
        Assert.Equal(statuses.Count - told, host.Logs.Lines.Count(l => l.Level == LogLevel.Warning));
    }

    [Theory]
    [InlineData("..", null)]
    [InlineData(".", null)]
    [InlineData("c", "..")]
    [InlineData("c\r\nx-header: 1", null)]
    public async Task AnIdThatWouldLeaveThePath_IsRefused(string conversation, string? id)
    {
        await using ProtocolHost host = await ProtocolHost.StartAsync(Echo);

        using HttpResponseMessage response = await host.PostAsync(ProtocolHost.Message("hi", conversation, id));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task AnOverlongMessage_IsCutBeforeItLeaves_ToAChannelAndIntoTheResponse()
    {
        string text = string.Join(' ', Enumerable.Repeat("This is a sentence. [1]", 2_000));
        await using ProtocolHost host = await ProtocolHost.StartAsync(
            (turn, token) => turn.SendActivityAsync(text, cancellationToken: token)
        );
        Activity expecting = ProtocolHost.Message("hi", "other");
        expecting.DeliveryMode = DeliveryModes.ExpectReplies;

        await host.PostAsync(ProtocolHost.Message("hi"));
        using HttpResponseMessage response = await host.PostAsync(expecting);
        await host.UntilAsync(() => host.Channel.Sent.Count == 1);

        var replies = ActivityJson.Deserialize<ExpectedReplies>(
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        Assert.All(
            [host.Channel.Sent[0], Assert.Single(replies!.Activities)],
            sent =>
            {
                Assert.EndsWith("sentence. [1] …", sent.Text);
                Assert.InRange(ActivityJson.Serialize(sent).Length, 18_000, MessageSize.MaxCharacters);
            }
        );
    }

    [Fact]
    public async Task ATurn_HasTheCultureOfTheHost_WhateverTheLocaleOfTheActivity()
    {
        string? culture = null;
        await using ProtocolHost host = await ProtocolHost.StartAsync(
            (turn, token) =>
            {
                culture = CultureInfo.CurrentCulture.Name;
                return Echo(turn, token);
            }
        );
        Activity message = ProtocolHost.Message("hi");
        message.Locale = "th-TH";

        await host.PostAsync(message);
        await host.UntilAsync(() => host.Channel.Sent.Count == 1);

        Assert.Equal(CultureInfo.CurrentCulture.Name, culture);
    }

    [Fact]
    public async Task AnActivity_IsAcknowledgedBeforeItIsWorkedOn_AndAnsweredAtItsServiceAddress()
    {
        var gate = new TaskCompletionSource();
        await using ProtocolHost host = await ProtocolHost.StartAsync(
            async (turn, token) =>
            {
                await gate.Task;
                await Echo(turn, token);
            }
        );

        using HttpResponseMessage response = await host.PostAsync(ProtocolHost.Message("hi", id: "m1"));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Empty(host.Channel.Sent);
        gate.SetResult();
        await host.UntilAsync(() => host.Channel.Sent.Count == 1);

        Activity reply = host.Channel.Sent[0];
        Assert.Equal("echo hi", reply.Text);
        Assert.Equal("m1", reply.ReplyToId);
        Assert.Equal("bot", reply.From?.Id);
        Assert.Equal("user", reply.Recipient?.Id);
        Assert.Equal("http://127.0.0.1:9/_connector", reply.ServiceUrl);
    }

    [Fact]
    public async Task TheSameActivityTwice_IsAnsweredOnce_AndTheSameIdElsewhereAgain()
    {
        await using ProtocolHost host = await ProtocolHost.StartAsync(Echo);

        await host.PostAsync(ProtocolHost.Message("one", id: "m1"));
        using HttpResponseMessage again = await host.PostAsync(ProtocolHost.Message("one", id: "m1"));
        await host.PostAsync(ProtocolHost.Message("two", "c2", "m1"));
        await host.PostAsync(ProtocolHost.Message("last", id: "m2"));
        await host.UntilAsync(() => host.Texts.Contains("echo last") && host.Texts.Contains("echo two"));

        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal(3, host.Texts.Count());
    }

    [Fact]
    public async Task WhenTheQueueIsFull_AnActivityIsRefused_AndMayComeAgain()
    {
        var gate = new TaskCompletionSource();
        var begun = new SemaphoreSlim(0);
        await using ProtocolHost host = await ProtocolHost.StartAsync(
            async (turn, token) =>
            {
                begun.Release();
                await gate.Task;
                await Echo(turn, token);
            },
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["SummitBot:Bot:QueueLength"] = "1",
                ["SummitBot:Bot:Workers"] = "1",
            }
        );
        await host.PostAsync(ProtocolHost.Message("runs", id: "1"));
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        await host.PostAsync(ProtocolHost.Message("waits", id: "2"));

        using HttpResponseMessage refused = await host.PostAsync(ProtocolHost.Message("late", id: "3"));
        gate.SetResult();
        await host.UntilAsync(() => host.Texts.Contains("echo waits"));
        using HttpResponseMessage again = await host.PostAsync(ProtocolHost.Message("late", id: "3"));
        await host.UntilAsync(() => host.Texts.Contains("echo late"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
    }

    [Fact]
    public async Task AnActivityThatWasRefusedAndThenTaken_IsKnownForAsLongAsAnyOther()
    {
        var time = new FakeTimeProvider();
        var gate = new TaskCompletionSource();
        var begun = new SemaphoreSlim(0);
        await using ProtocolHost host = await ProtocolHost.StartAsync(
            new ScriptedBot
            {
                OnTurn = async (turn, token) =>
                {
                    begun.Release();
                    await gate.Task;
                    await Echo(turn, token);
                },
            },
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["SummitBot:Bot:QueueLength"] = "1",
                ["SummitBot:Bot:Workers"] = "1",
            },
            services: services => services.AddSingleton<TimeProvider>(time)
        );
        await host.PostAsync(ProtocolHost.Message("runs", id: "1"));
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        await host.PostAsync(ProtocolHost.Message("waits", id: "2"));
        using HttpResponseMessage refused = await host.PostAsync(ProtocolHost.Message("late", id: "3"));
        gate.SetResult();
        await host.UntilAsync(() => host.Texts.Contains("echo waits"));

        time.Advance(TimeSpan.FromMinutes(10));
        await host.PostAsync(ProtocolHost.Message("late", id: "3"));
        time.Advance(TimeSpan.FromMinutes(10));
        await host.PostAsync(ProtocolHost.Message("late", id: "3"));
        await host.PostAsync(ProtocolHost.Message("last", id: "4"));
        await host.UntilAsync(() => host.Texts.Contains("echo last"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Single(host.Texts, text => text == "echo late");
    }

    [Fact]
    public async Task ExpectedReplies_ComeInTheResponse_WithoutAServiceAddress()
    {
        await using ProtocolHost host = await ProtocolHost.StartAsync(Echo);
        Activity message = ProtocolHost.Message("hi");
        message.DeliveryMode = DeliveryModes.ExpectReplies;
        message.ServiceUrl = null;

        using HttpResponseMessage response = await host.PostAsync(message);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        JsonElement reply = Assert.Single(body.GetProperty("activities").EnumerateArray());
        Assert.Equal("echo hi", reply.GetProperty("text").GetString());
        Assert.Empty(host.Channel.Sent);
    }

    [Fact]
    public async Task AnInvokeThatNobodyTakes_Is501_AndOneThatIsTaken_HasItsBody()
    {
        await using ProtocolHost none = await ProtocolHost.StartAsync(new ActivityHandler());
        await using ProtocolHost some = await ProtocolHost.StartAsync(
            (turn, token) =>
                turn.SendActivityAsync(
                    new Activity(ActivityTypesEx.InvokeResponse)
                    {
                        Value = new InvokeResponse { Status = 200, Body = new { a = 1 } },
                    },
                    token
                )
        );
        Activity invoke = ProtocolHost.Message("");
        invoke.Type = ActivityTypes.Invoke;
        invoke.Name = "something/else";

        using HttpResponseMessage unknown = await none.PostAsync(invoke);
        using HttpResponseMessage known = await some.PostAsync(invoke);

        Assert.Equal(HttpStatusCode.NotImplemented, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        Assert.Equal("{\"a\":1}", await known.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("What happened?", "Something went wrong")]
    [InlineData("Was ist denn hier passiert?", "schiefgegangen")]
    public async Task ATurnThatThrows_IsLogged_AndTheUserIsTold(string text, string apology)
    {
        await using ProtocolHost host = await ProtocolHost.StartAsync(
            (_, _) => throw new InvalidOperationException("the inner secret")
        );

        await host.PostAsync(ProtocolHost.Message(text));
        await host.UntilAsync(() => host.Channel.Sent.Count == 1);

        Assert.Contains(apology, host.Channel.Sent[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", host.Channel.Sent[0].Text, StringComparison.Ordinal);
        Assert.Contains(
            host.Logs.Lines,
            l => l.Level == LogLevel.Error && l.Text.Contains("the inner secret", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task AnInvokeThatFails_Is500_AndLogged()
    {
        await using ProtocolHost host = await ProtocolHost.StartAsync(
            (_, _) => throw new InvalidOperationException("the inner secret")
        );
        Activity invoke = ProtocolHost.Message("");
        invoke.Type = ActivityTypes.Invoke;

        using HttpResponseMessage response = await host.PostAsync(invoke);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains(host.Logs.Lines, l => l.Level == LogLevel.Error);
    }
}
