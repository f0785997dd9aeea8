using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.Tokens;
using SummitBot.Bot.Authentication;
using SummitBot.Bot.Authentication.Callers;
using SummitBot.Bot.Authentication.Keys;

namespace SummitBot.Tests.Bot.Authentication;

/// <summary>Tokens of Azure Bot Service: only valid ones are accepted.</summary>
public sealed class ChannelTokenTests : IAsyncLifetime
{
    private TestAuthority _authority = null!;
    private TestKey _key = null!;
    private BotServices _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _authority = await TestAuthority.StartAsync();
        _key = _authority.AddKey("k1", "msteams", "webchat");
        _bot = new BotServices(
            new Dictionary<string, string?>
            {
                ["AppId"] = TestToken.BotAppId,
                ["AppPassword"] = "secret",
                ["ChannelMetadataUrl"] = _authority.ChannelMetadataUrl,
                ["ChannelIssuer"] = TestAuthority.ChannelIssuer,
                ["EntraMetadataUrl"] = _authority.EntraMetadataUrl,
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _authority.DisposeAsync();
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task TheRightToken_ComesIn(string algorithm)
    {
        CallerAuthentication result = await SendAsync(new TestToken(), _key.Sign(algorithm));

        Assert.Equal(200, result.StatusCode);
        Assert.Equal(TestToken.BotAppId, result.Caller?.Identity.FindFirst("aud")?.Value);
        Assert.True(result.Caller?.Identity.IsAuthenticated);
    }

    [Fact]
    public async Task WithoutAnAuthorizationHeader_NobodyComesIn_NotEvenFromThisMachine() =>
        Assert.Equal(401, (await SendAsync(authorization: [], IPAddress.Loopback)).StatusCode);

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer x")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer e30.e30.")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task AHeaderThatHoldsNoToken_IsRefused(string header) =>
        Assert.Equal(401, (await SendAsync([header])).StatusCode);

    [Fact]
    public async Task ARightTokenUnderAnotherScheme_OrTwoHeaders_AreRefused()
    {
        string token = new TestToken().Mint(_bot.Time.GetUtcNow(), _key.Sign());

        Assert.Equal(200, (await SendAsync([$"bearer {token}"])).StatusCode);
        Assert.Equal(401, (await SendAsync([$"Basic {token}"])).StatusCode);
        Assert.Equal(401, (await SendAsync([$"Bearer {token}", $"Bearer {token}"])).StatusCode);
    }

    [Theory]
    [InlineData("bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee")]
    [InlineData("AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE")]
    [InlineData("https://api.botframework.com")]
    [InlineData("")]
    public async Task ATokenForAnotherAudience_IsRefused(string audience) =>
        await AssertRefusedAsync(new TestToken { Audience = audience }, _key.Sign());

    [Theory]
    [InlineData("https://api.botframework.com.evil.example")]
    [InlineData("https://api.botframework.test/")]
    [InlineData("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    [InlineData("")]
    public async Task ATokenOfAnotherIssuer_IsRefused(string issuer) =>
        await AssertRefusedAsync(new TestToken { Issuer = issuer }, _key.Sign());

    [Fact]
    public async Task ATokenSignedWithAnotherKeyOfTheSameId_IsRefused()
    {
        using var stranger = new TestKey("k1", ["msteams"]);

        await AssertRefusedAsync(new TestToken(), stranger.Sign());
    }

    [Fact]
    public async Task ATokenSignedWithAKeyThatTheAuthorityDoesNotHave_IsRefused()
    {
        using var stranger = new TestKey("unknown", ["msteams"]);

        await AssertRefusedAsync(new TestToken(), stranger.Sign());
    }

    [Fact]
    public async Task AnUnsignedToken_IsRefused() => await AssertRefusedAsync(new TestToken(), credentials: null);

    [Fact]
    public async Task ATokenSignedWithThePublicKeyAsASharedSecret_IsRefused() =>
        await AssertRefusedAsync(new TestToken(), _key.SignWithPublicKey());

    [Fact]
    public async Task ATokenWithAnRsaAlgorithmThatIsNotAllowed_IsRefused() =>
        await AssertRefusedAsync(new TestToken(), _key.Sign(SecurityAlgorithms.RsaSsaPssSha256));

    [Fact]
    public async Task ATokenWithAChangedPayload_IsRefused()
    {
        string[] right = new TestToken().Mint(_bot.Time.GetUtcNow(), _key.Sign()).Split('.');
        string[] other = new TestToken { Expires = TimeSpan.FromDays(1) }
            .Mint(_bot.Time.GetUtcNow(), _key.Sign())
            .Split('.');

        Assert.Equal(401, (await SendAsync([$"Bearer {right[0]}.{other[1]}.{right[2]}"])).StatusCode);
        Assert.Equal(401, (await SendAsync([$"Bearer {right[0]}.{right[1]}."])).StatusCode);
    }

    [Theory]
    [InlineData(-299, 200)]
    [InlineData(-300, 401)]
    public async Task AnExpiredToken_IsGoodForFiveMinutesMore(int expires, int status) =>
        Assert.Equal(
            status,
            (await SendAsync(new TestToken { Expires = TimeSpan.FromSeconds(expires) }, _key.Sign())).StatusCode
        );

    [Theory]
    [InlineData(300, 200)]
    [InlineData(301, 401)]
    public async Task AFutureToken_IsGoodFiveMinutesBefore(int notBefore, int status) =>
        Assert.Equal(
            status,
            (await SendAsync(new TestToken { NotBefore = TimeSpan.FromSeconds(notBefore) }, _key.Sign())).StatusCode
        );

    [Fact]
    public async Task ATokenThatNeverExpires_IsRefused() =>
        await AssertRefusedAsync(new TestToken { Expires = null }, _key.Sign());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net/amer")]
    public async Task ATokenForAnotherServiceUrlThanTheActivitys_IsRefused(string? serviceUrl) =>
        await AssertRefusedAsync(new TestToken { ServiceUrl = serviceUrl }, _key.Sign());

    [Fact]
    public async Task TheServiceUrl_IsComparedWithoutRegardToCase() =>
        Assert.Equal(
            200,
            (
                await SendAsync(
                    new TestToken { ServiceUrl = TestToken.ServiceUrlOfTests.ToUpperInvariant() },
                    _key.Sign()
                )
            ).StatusCode
        );

    [Theory]
    [InlineData("webchat", 200)]
    [InlineData("skype", 401)]
    [InlineData("MSTEAMS", 401)]
    [InlineData("", 401)]
    [InlineData(null, 401)]
    public async Task AKey_IsAcceptedForItsEndorsedChannelsOnly(string? channel, int status) =>
        Assert.Equal(status, (await SendAsync(new TestToken(), _key.Sign(), channel: channel)).StatusCode);

    [Fact]
    public async Task AKeyWithoutEndorsements_IsAcceptedForNoChannel()
    {
        TestKey bare = _authority.AddKey("bare", endorsements: null);

        await AssertRefusedAsync(new TestToken(), bare.Sign());
    }

    [Theory]
    [InlineData("https://evil.example/", 403)]
    [InlineData("https://botframework.com.evil.example/", 403)]
    [InlineData("http://smba.trafficmanager.net/amer/", 403)]
    [InlineData("https://user@smba.trafficmanager.net/amer/", 403)]
    [InlineData("https://evil.example/?smba.trafficmanager.net", 403)]
    [InlineData("https://169.254.169.254/", 403)]
    [InlineData("http://127.0.0.1:1234/", 403)]
    [InlineData("file:///etc/passwd", 403)]
    [InlineData("https://webchat.botframework.com/", 200)]
    [InlineData("https://SMBA.trafficmanager.net/de/", 200)]
    public async Task ARightTokenForAServiceUrl_ComesInWhenItsHostIsAllowed(string serviceUrl, int status) =>
        Assert.Equal(
            status,
            (await SendAsync(new TestToken { ServiceUrl = serviceUrl }, _key.Sign(), serviceUrl: serviceUrl)).StatusCode
        );

    [Fact]
    public async Task ANewKey_ComesInWithoutARestart_AndTheOldOneGoes()
    {
        Assert.Equal(200, (await SendAsync(new TestToken(), _key.Sign())).StatusCode);

        TestKey next = _authority.AddKey("k2", "msteams");
        _authority.RemoveKey(_key);

        Assert.Equal(200, (await SendAsync(new TestToken(), next.Sign())).StatusCode);
        Assert.Equal(401, (await SendAsync(new TestToken(), _key.Sign())).StatusCode);
        _key.Dispose();
    }

    [Fact]
    public async Task TokensWithMadeUpKeys_MakeTheBotFetchKeysOnceAMinute()
    {
        await SendAsync(new TestToken(), _key.Sign());
        for (int i = 0; i < 20; i++)
        {
            using var stranger = new TestKey($"unknown-{i}", ["msteams"]);
            await AssertRefusedAsync(new TestToken(), stranger.Sign());
        }

        Assert.Equal(2, _authority.KeyFetches);

        _bot.Time.Advance(SigningKeyCache.BetweenUnknownKeys);
        TestKey next = _authority.AddKey("k2", "msteams");

        Assert.Equal(200, (await SendAsync(new TestToken(), next.Sign())).StatusCode);
        Assert.Equal(3, _authority.KeyFetches);
    }

    [Fact]
    public async Task ManyFirstRequests_ShareOneFetch_AndAllComeIn()
    {
        var hold = new TaskCompletionSource();
        _authority.Hold = hold.Task;
        Task<CallerAuthentication>[] requests =
        [
            .. Enumerable.Range(0, 50).Select(_ => SendAsync(new TestToken(), _key.Sign())),
        ];
        hold.SetResult();

        CallerAuthentication[] results = await Task.WhenAll(requests);

        Assert.All(results, r => Assert.Equal(200, r.StatusCode));
        Assert.Equal(1, _authority.KeyFetches);
    }

    [Fact]
    public async Task ARequestThatGivesUpWaiting_DoesNotEndTheFetchForTheOthers()
    {
        var hold = new TaskCompletionSource();
        _authority.Hold = hold.Task;
        using var gaveUp = new CancellationTokenSource();
        Task<CallerAuthentication> first = SendAsync(new TestToken(), _key.Sign(), cancellation: gaveUp.Token);
        Task<CallerAuthentication> second = SendAsync(new TestToken(), _key.Sign());
        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        hold.SetResult();

        Assert.Equal(200, (await second).StatusCode);
        Assert.Equal(1, _authority.KeyFetches);
    }

    [Fact]
    public async Task WhileTheMetadataIsDown_ATokenCannotBeChecked_AndIsWelcomeOnceItIsBack()
    {
        _authority.Outage = 503;
        Assert.Equal(503, (await SendAsync(new TestToken(), _key.Sign())).StatusCode);

        _authority.Outage = null;
        Assert.Equal(503, (await SendAsync(new TestToken(), _key.Sign())).StatusCode);

        _bot.Time.Advance(SigningKeyCache.AfterFailure);
        Assert.Equal(200, (await SendAsync(new TestToken(), _key.Sign())).StatusCode);
    }

    [Fact]
    public async Task KeysFetchedBefore_StayInUseWhileTheMetadataIsDown()
    {
        Assert.Equal(200, (await SendAsync(new TestToken(), _key.Sign())).StatusCode);
        _authority.Outage = 500;
        _bot.Time.Advance(SigningKeyCache.Lifetime + TimeSpan.FromHours(1));

        Assert.Equal(200, (await SendAsync(new TestToken(), _key.Sign())).StatusCode);
        using var stranger = new TestKey("unknown", ["msteams"]);
        await AssertRefusedAsync(new TestToken(), stranger.Sign());
        Assert.Equal(200, (await SendAsync(new TestToken(), _key.Sign())).StatusCode);
    }

    [Fact]
    public async Task TheReasonOfARefusalAndTheLog_DoNotContainTheToken()
    {
        string token = new TestToken { Audience = "other" }.Mint(_bot.Time.GetUtcNow(), _key.Sign());

        CallerAuthentication result = await SendAsync([$"Bearer {token}"]);

        string[] written = [result.Reason ?? "", .. _bot.Logs.Lines.Select(l => l.Text)];
        Assert.NotEqual("", result.Reason);
        Assert.All(
            token.Split('.'),
            part => Assert.DoesNotContain(written, l => l.Contains(part, StringComparison.Ordinal))
        );
    }

    private async Task AssertRefusedAsync(TestToken token, SigningCredentials? credentials)
    {
        CallerAuthentication result = await SendAsync(token, credentials);
        Assert.Equal(401, result.StatusCode);
        Assert.Null(result.Caller?.Identity);
    }

    private Task<CallerAuthentication> SendAsync(
        TestToken token,
        SigningCredentials? credentials,
        string? channel = "msteams",
        string? serviceUrl = TestToken.ServiceUrlOfTests,
        CancellationToken? cancellation = null
    ) =>
        SendAsync(
            [$"Bearer {token.Mint(_bot.Time.GetUtcNow(), credentials)}"],
            IPAddress.Parse("52.112.0.1"),
            channel,
            serviceUrl,
            cancellation
        );

    private async Task<CallerAuthentication> SendAsync(
        string[] authorization,
        IPAddress? from = null,
        string? channel = "msteams",
        string? serviceUrl = TestToken.ServiceUrlOfTests,
        CancellationToken? cancellation = null
    )
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = from ?? IPAddress.Parse("52.112.0.1");
        context.Request.Host = new HostString("bot.example.org");
        context.Request.Headers.Authorization = authorization;
        var activity = new Activity(ActivityTypes.Message) { ChannelId = channel, ServiceUrl = serviceUrl };
        return await _bot.Get<ChannelAuthentication>()
            .AuthenticateAsync(context, activity, cancellation ?? TestContext.Current.CancellationToken);
    }
}
