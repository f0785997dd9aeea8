using System.Net;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using SummitBot.Tests.Bot.Connector;

namespace SummitBot.Tests.Bot.Authentication;

/// <summary>The bot's own token: where it comes from, how long it is kept, and who may see it.</summary>
public sealed class BotTokenTests : IAsyncLifetime
{
    private const string Secret = "s3cr3t~of.the-bot";

    private TestAuthority _authority = null!;
    private FakeChannel _channel = null!;
    private BotServices _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _authority = await TestAuthority.StartAsync();
        _channel = await FakeChannel.StartAsync();
        _bot = Bot();
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _channel.DisposeAsync();
        await _authority.DisposeAsync();
    }

    [Fact]
    public async Task AMultiTenantBot_AsksTheTenantOfAllBots_ByClientCredentials()
    {
        await SendAsync();

        (string path, IDictionary<string, string> form) = Assert.Single(_authority.TokenRequests);
        Assert.Equal("/botframework.com/oauth2/v2.0/token", path);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = TestToken.BotAppId,
                ["client_secret"] = Secret,
                ["scope"] = "https://api.botframework.com/.default",
            },
            form
        );
        Assert.Equal("Bearer token-1-of-botframework.com", _channel.Requests.Single().Authorization);
    }

    [Theory]
    [InlineData("SingleTenant", "https://api.botframework.com", TestAuthority.Tenant, "https://api.botframework.com")]
    [InlineData(
        "SingleTenant",
        "https://api.botframework.azure.cn",
        TestAuthority.Tenant,
        "https://api.botframework.azure.cn"
    )]
    [InlineData(
        "MultiTenant",
        "https://api.botframework.us",
        "MicrosoftServices.onmicrosoft.us",
        "https://api.botframework.us"
    )]
    public async Task TypeAndCloud_DecideTenantAndScope(string type, string issuer, string tenant, string service)
    {
        await using BotServices bot = Bot(
            ("AppType", type),
            ("TenantId", TestAuthority.Tenant),
            ("ChannelIssuer", issuer)
        );

        await SendAsync(bot);

        (string path, IDictionary<string, string> form) = Assert.Single(_authority.TokenRequests);
        Assert.Equal($"/{tenant}/oauth2/v2.0/token", path);
        Assert.Equal($"{service}/.default", form["scope"]);
    }

    [Fact]
    public async Task AToken_IsKeptUntilFiveMinutesBeforeItEnds()
    {
        await SendAsync();
        _bot.Time.Advance(TimeSpan.FromSeconds(3599 - 301));
        await SendAsync();
        Assert.Equal(1, _authority.TokensGiven);

        _bot.Time.Advance(TimeSpan.FromSeconds(1));
        await SendAsync();
        Assert.Equal(2, _authority.TokensGiven);
    }

    [Fact]
    public async Task WhileTheAuthorityIsDown_TheTokenIsUsedAsLongAsItLasts()
    {
        await SendAsync();
        _authority.TokenError = "temporarily_unavailable";
        _bot.Time.Advance(TimeSpan.FromSeconds(3598));

        Assert.True((await SendAsync()).IsSuccess);

        _bot.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await SendAsync()).StatusCode);
        Assert.Equal(2, _channel.Requests.Count);
    }

    [Fact]
    public async Task ManyFirstSends_ShareOneToken()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => SendAsync(_bot, $"conversation-{i}")));

        Assert.Equal(1, _authority.TokensGiven);
        Assert.Equal(20, _channel.Requests.Count);
    }

    [Fact]
    public async Task ARejectedToken_IsRenewedOnce_AndTheMessageSentAgain()
    {
        _channel.NextAnswer(401);

        Assert.True((await SendAsync()).IsSuccess);
        Assert.Equal(
            ["Bearer token-1-of-botframework.com", "Bearer token-2-of-botframework.com"],
            _channel.Requests.Select(r => r.Authorization)
        );
        Assert.All(_channel.Requests, r => Assert.Equal("hello", r.Text));
    }

    [Fact]
    public async Task AChannelThatRejectsTheNewTokenToo_IsNotAskedAThirdTime()
    {
        _channel.NextAnswer(401);
        _channel.NextAnswer(401);

        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync()).StatusCode);
        Assert.Equal(2, _channel.Requests.Count);
        Assert.Equal(2, _authority.TokensGiven);
    }

    [Fact]
    public async Task AServiceUrlOfThisMachine_SeesTheTokenOnlyWhenItIsAllowedByName()
    {
        await using BotServices bot = Bot(("AllowedServiceHosts:0", "botframework.com"));

        Assert.True((await SendAsync(bot)).IsSuccess);
        Assert.Equal("", _channel.Requests.Single().Authorization);
        Assert.Equal(0, _authority.TokensGiven);
    }

    [Fact]
    public async Task WithoutAppId_NoTokenIsAskedFor()
    {
        await using var bot = new BotServices(
            new Dictionary<string, string?> { ["AllowedServiceHosts:0"] = "127.0.0.1", ["LoginUrl"] = _authority.Url }
        );

        Assert.True((await SendAsync(bot)).IsSuccess);
        Assert.Equal("", _channel.Requests.Single().Authorization);
    }

    [Fact]
    public async Task ARefusedSecret_IsExplained_AndNeitherSecretNorTokenIsLogged()
    {
        await SendAsync();
        _channel.NextAnswer(401);
        _authority.TokenError = "invalid_client";

        Assert.Null((await SendAsync()).StatusCode);

        string[] lines = [.. _bot.Logs.Lines.Select(l => l.Text)];
        Assert.Contains(lines, l => l.Contains("invalid_client", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains(Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("token-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ACertificate_IsTheSdksMatter()
    {
        using var folder = new TemporaryFolder();
        string path = folder["bot.pem"];
        await File.WriteAllTextAsync(path, TestCertificate.Pem(), TestContext.Current.CancellationToken);
        await using BotServices bot = Bot(("AppPassword", ""), ("CertificatePath", path));

        Assert.IsType<CertificateServiceClientCredentialsFactory>(bot.Get<ServiceClientCredentialsFactory>());
    }

    [Fact]
    public async Task AManagedIdentity_IsTheSdksMatter()
    {
        await using BotServices bot = Bot(
            ("AppPassword", ""),
            ("AppType", "UserAssignedMsi"),
            ("TenantId", TestAuthority.Tenant)
        );

        Assert.IsType<ManagedIdentityServiceClientCredentialsFactory>(bot.Get<ServiceClientCredentialsFactory>());
    }

    [Fact]
    public async Task AFederatedToken_IsReadAgainForEveryTokenOfTheBot()
    {
        using var folder = new TemporaryFolder();
        string path = folder["token"];
        await File.WriteAllTextAsync(path, "first\n", TestContext.Current.CancellationToken);
        await using BotServices bot = Bot(("AppPassword", ""), ("FederatedTokenFile", path));

        await SendAsync(bot);
        await File.WriteAllTextAsync(path, "second\n", TestContext.Current.CancellationToken);
        bot.Time.Advance(TimeSpan.FromHours(1));
        await SendAsync(bot);

        Assert.Equal(["first", "second"], _authority.TokenRequests.Select(r => r.Form["client_assertion"]));
        Assert.All(
            _authority.TokenRequests,
            r => Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", r.Form["client_assertion_type"])
        );
    }

    [Fact]
    public async Task AnotherBotThatCalls_SeesATokenThatIsForIt()
    {
        await SendAsync(_bot, audience: "99999999-0000-0000-0000-000000000001");

        (_, IDictionary<string, string> form) = Assert.Single(_authority.TokenRequests);
        Assert.Equal("99999999-0000-0000-0000-000000000001/.default", form["scope"]);
    }

    private Task<SendResult> SendAsync() => SendAsync(_bot);

    private Task<SendResult> SendAsync(BotServices bot, string conversation = "c1", string? audience = null) =>
        bot.SendAsync(
            new Activity(ActivityTypes.Message)
            {
                Text = "hello",
                ServiceUrl = _channel.ServiceUrl,
                Conversation = new ConversationAccount { Id = conversation },
            },
            TestContext.Current.CancellationToken,
            audience
        );

    private BotServices Bot(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["AppId"] = TestToken.BotAppId,
            ["AppPassword"] = Secret,
            ["LoginUrl"] = _authority.Url,
            ["AllowedServiceHosts:0"] = "127.0.0.1",
        };
        foreach ((string key, string value) in settings)
        {
            all[key] = value;
        }

        return new BotServices(all);
    }
}
