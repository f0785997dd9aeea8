using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SummitBot.Bot.Authentication;
using SummitBot.Bot.Authentication.Callers;
using SummitBot.Bot.Settings;

namespace SummitBot.Tests.Bot.Authentication;

/// <summary>A bot without credentials serves programs on this machine and nobody else.</summary>
public sealed class LocalCallerTests
{
    private const string OwnServiceUrl = "http://localhost:56150/_connector";

    [Theory]
    [InlineData("127.0.0.1", "localhost:3978", 200)]
    [InlineData("127.0.0.1", "127.0.0.1:3978", 200)]
    [InlineData("127.8.9.1", "LOCALHOST", 200)]
    [InlineData("::1", "[::1]:3978", 200)]
    [InlineData("::ffff:127.0.0.1", "localhost:3978", 200)]
    [InlineData("172.17.0.1", "localhost:3978", 403)]
    [InlineData("192.168.1.7", "localhost:3978", 403)]
    [InlineData("52.112.0.1", "localhost:3978", 403)]
    [InlineData("fe80::1", "localhost:3978", 403)]
    [InlineData("::ffff:10.0.0.1", "localhost:3978", 403)]
    [InlineData(null, "localhost:3978", 403)]
    [InlineData("127.0.0.1", "bot.example.org", 403)]
    [InlineData("127.0.0.1", "abcd.ngrok.app", 403)]
    [InlineData("127.0.0.1", "localhost.evil.example", 403)]
    [InlineData("127.0.0.1", "", 403)]
    public async Task TheRealAddress_AndTheNameAskedFor_MustBeOfThisMachine(string? from, string host, int status) =>
        Assert.Equal(status, await SendAsync(from, host));

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "")]
    [InlineData("x-forwarded-host", "localhost")]
    [InlineData("X-Forwarded-Proto", "http")]
    [InlineData("X-Original-For", "127.0.0.1:1234")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("CF-Connecting-IP", "127.0.0.1")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task ACallerBehindAProxy_OrAPageFromElsewhere_IsNotOfThisMachine(string header, string value) =>
        Assert.Equal(403, await SendAsync("127.0.0.1", "localhost", header: (header, value)));

    [Fact]
    public async Task APageOfThisMachine_MayCome() =>
        Assert.Equal(200, await SendAsync("127.0.0.1", "localhost", header: ("Origin", "http://localhost:56150")));

    [Theory]
    [InlineData(OwnServiceUrl, 200)]
    [InlineData("http://[::1]:5000/_connector", 200)]
    [InlineData("http://127.0.0.1:6379/", 403)]
    [InlineData("http://127.0.0.1:9200/_connectors/", 403)]
    [InlineData("http://127.0.0.1:9200/_connector/../_search", 403)]
    [InlineData("", 200)]
    [InlineData(null, 200)]
    [InlineData("https://smba.trafficmanager.net/amer/", 403)]
    [InlineData("http://169.254.169.254/", 403)]
    [InlineData("http://localhost.evil.example/", 403)]
    [InlineData("http://localhost@evil.example/", 403)]
    [InlineData("ftp://localhost/", 403)]
    [InlineData("localhost", 403)]
    public async Task ACallerWithoutToken_IsAnsweredOnThisMachineOnly(string? serviceUrl, int status) =>
        Assert.Equal(status, await SendAsync("127.0.0.1", "localhost", serviceUrl));

    [Fact]
    public async Task WithoutLocalServiceUrls_NobodyComesIn_AndTheLogSaysHowToChangeThat()
    {
        await using var bot = new BotServices(new Dictionary<string, string?>(), isOpenToMachine: false);
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Host = new HostString("localhost");
        foreach (IHostedService service in bot.Get<IEnumerable<IHostedService>>())
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }

        CallerAuthentication result = await bot.Get<ChannelAuthentication>()
            .AuthenticateCallerAsync(context, TestContext.Current.CancellationToken);

        Assert.Equal(403, result.StatusCode);
        Assert.Contains(
            bot.Logs.Lines,
            l =>
                l.Text.Contains("/api/messages is off", StringComparison.Ordinal)
                && l.Text.Contains("LocalServiceUrls", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("http://10.0.0.1/_connector")]
    [InlineData("https://smba.trafficmanager.net/")]
    [InlineData("localhost:56150")]
    public void ALocalServiceUrlOfAnotherMachine_IsRefusedAtStart(string url)
    {
        var options = new BotOptions { LocalServiceUrls = [url] };

        Assert.Contains(
            options.Validate(new System.ComponentModel.DataAnnotations.ValidationContext(options)),
            r => r.ErrorMessage!.Contains("LocalServiceUrls", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task AtStart_ABotWithoutCredentialsSaysSo(bool hasCredentials, bool warns)
    {
        await using BotServices bot = new(
            hasCredentials
                ? new Dictionary<string, string?> { ["AppId"] = TestToken.BotAppId, ["AppPassword"] = "secret" }
                : []
        );

        foreach (IHostedService service in bot.Get<IEnumerable<IHostedService>>())
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            warns,
            bot.Logs.Lines.Any(l =>
                l.Level == LogLevel.Warning && l.Text.Contains("this machine only", StringComparison.Ordinal)
            )
        );
    }

    private static async Task<int> SendAsync(
        string? from,
        string host,
        string? serviceUrl = OwnServiceUrl,
        (string Name, string Value)? header = null
    )
    {
        await using var bot = new BotServices(new Dictionary<string, string?>());
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = from is null ? null : IPAddress.Parse(from);
        context.Request.Host = new HostString(host);
        if (header is { } added)
        {
            context.Request.Headers[added.Name] = added.Value;
        }

        CallerAuthentication result = await bot.Get<ChannelAuthentication>()
            .AuthenticateAsync(
                context,
                new Activity(ActivityTypes.Message) { ChannelId = "msteams", ServiceUrl = serviceUrl },
                TestContext.Current.CancellationToken
            );
        return result.StatusCode;
    }
}
