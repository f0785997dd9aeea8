using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using SummitBot.Bot;
using SummitBot.Bot.Hosting;
using SummitBot.Tests.Bot.Authentication;
using SummitBot.Tests.Bot.Connector;
using SummitBot.Tests.Web;

namespace SummitBot.Tests.Bot;

/// <summary>From a channel's request to the bot's answer at the channel, all over HTTP.</summary>
public sealed class BotOverHttpTests : IAsyncLifetime
{
    private TestAuthority _authority = null!;
    private readonly LogRecorder _logs = new();
    private TestKey _key = null!;
    private FakeChannel _channel = null!;
    private WebApplication _bot = null!;
    private HttpClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _authority = await TestAuthority.StartAsync();
        _key = _authority.AddKey("k1", "msteams");
        _channel = await FakeChannel.StartAsync();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(_logs);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["SummitBot:Bot:AppId"] = TestToken.BotAppId,
                ["SummitBot:Bot:AppPassword"] = "secret",
                ["SummitBot:Bot:ChannelMetadataUrl"] = _authority.ChannelMetadataUrl,
                ["SummitBot:Bot:ChannelIssuer"] = TestAuthority.ChannelIssuer,
                ["SummitBot:Bot:LoginUrl"] = _authority.Url,
                ["SummitBot:Bot:AllowedServiceHosts:0"] = "127.0.0.1",
                ["SummitBot:Bot:LocalServiceUrls:0"] = _channel.ServiceUrl,
            }
        );
        builder.Services.AddBotFramework(builder.Configuration).AddBot<EchoBot>();
        _bot = builder.Build();
        _bot.MapBot();
        await _bot.StartAsync(Cancellation);
        _client = new HttpClient { BaseAddress = new Uri(_bot.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _bot.DisposeAsync();
        _logs.Dispose();
        await _channel.DisposeAsync();
        await _authority.DisposeAsync();
    }

    [Fact]
    public async Task AnActivityWithTheRightToken_IsAnsweredAtItsServiceUrl_WithTheBotsOwnToken()
    {
        using HttpResponseMessage response = await PostAsync(_key, _channel.ServiceUrl);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        FakeChannel.Received answer = await FirstAnswerAsync();
        Assert.Equal("/_connector/v3/conversations/a%3A1/activities/q1", answer.Target);
        Assert.Equal("You said hello", answer.Text);
        Assert.Equal("Bearer token-1-of-botframework.com", answer.Authorization);
    }

    [Fact]
    public async Task AnActivityWithoutAToken_OrWithAnotherKeys_IsAskedForOne()
    {
        using var stranger = new TestKey("k1", ["msteams"]);

        foreach (TestKey? key in new[] { null, stranger })
        {
            using HttpResponseMessage response = await PostAsync(key, _channel.ServiceUrl);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        }

        Assert.Empty(_channel.Requests);
    }

    [Fact]
    public async Task WhileTheAuthorityIsDown_TheCallerIsToldToComeAgain()
    {
        _authority.Outage = 500;

        using HttpResponseMessage response = await PostAsync(_key, _channel.ServiceUrl);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task AServiceUrlOfThisMachine_IsNotCalledForACallerThatCameThroughAProxy_UnlessItIsAllowed()
    {
        using HttpResponseMessage response = await PostAsync(_key, "http://localhost:1/", throughProxy: true);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private async Task<HttpResponseMessage> PostAsync(TestKey? key, string serviceUrl, bool throughProxy = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = JsonContent.Create(
                new
                {
                    type = "message",
                    id = "q1",
                    text = "hello",
                    channelId = "msteams",
                    serviceUrl,
                    from = new { id = "user" },
                    recipient = new { id = "bot" },
                    conversation = new { id = "a:1", conversationType = "personal" },
                }
            ),
        };
        if (key is not null)
        {
            string token = new TestToken { ServiceUrl = serviceUrl }.Mint(TimeProvider.System.GetUtcNow(), key.Sign());
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (throughProxy)
        {
            request.Headers.Add("X-Forwarded-For", "127.0.0.1");
        }

        return await _client.SendAsync(request, Cancellation);
    }

    private async Task<FakeChannel.Received> FirstAnswerAsync()
    {
        long start = Stopwatch.GetTimestamp();
        FakeChannel.Received? answer;
        while (!_channel.Requests.TryPeek(out answer))
        {
            Assert.True(
                Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30),
                $"No answer within 30 s. Log: {string.Join('\n', _logs.Lines.Select(l => l.Text))}"
            );
            await Task.Delay(10, Cancellation);
        }

        return answer;
    }

    private sealed class EchoBot : ActivityHandler
    {
        protected override async Task OnMessageActivityAsync(
            ITurnContext<Microsoft.Bot.Schema.IMessageActivity> turnContext,
            CancellationToken cancellationToken
        ) =>
            await turnContext.SendActivityAsync(
                $"You said {turnContext.Activity.Text}",
                cancellationToken: cancellationToken
            );
    }
}
