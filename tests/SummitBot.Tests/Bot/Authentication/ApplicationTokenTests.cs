using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using SummitBot.Bot.Authentication;
using SummitBot.Bot.Authentication.Callers;

namespace SummitBot.Tests.Bot.Authentication;

/// <summary>Tokens of Microsoft Entra from other applications.</summary>
public sealed class ApplicationTokenTests : IAsyncLifetime
{
    private const string Friend = "99999999-0000-0000-0000-000000000001";
    private const string OtherTenant = "22222222-2222-3333-4444-555555555555";

    private TestAuthority _authority = null!;
    private TestKey _key = null!;

    public async ValueTask InitializeAsync()
    {
        _authority = await TestAuthority.StartAsync();
        _key = _authority.AddKey("e1", endorsements: null);
        _key.Issuer = _authority.EntraIssuer("{tenantid}");
    }

    public ValueTask DisposeAsync() => _authority.DisposeAsync();

    [Fact]
    public async Task WithoutAllowedCallers_NoApplicationComesIn() =>
        Assert.Equal(401, await SendAsync(Token(), allowed: []));

    [Fact]
    public async Task AnAllowedApplication_ComesIn_WithTokensOfBothVersions()
    {
        Assert.Equal(200, await SendAsync(Token()));
        Assert.Equal(200, await SendAsync(Version1Token()));
    }

    [Fact]
    public async Task AnotherApplication_IsRefused()
    {
        Assert.Equal(401, await SendAsync(Token(caller: TestToken.BotAppId)));
        Assert.Equal(401, await SendAsync(Token(caller: "")));
    }

    [Fact]
    public async Task TheClaimOfTheOtherVersion_CountsNothing()
    {
        Assert.Equal(401, await SendAsync(With(Token(), "ver", "1.0")));
        Assert.Equal(401, await SendAsync(With(Version1Token(), "ver", "2.0")));
        Assert.Equal(401, await SendAsync(With(Token(), "ver", "3.0")));
    }

    [Fact]
    public async Task TheTenantOfTheToken_MustBeTheOneOfItsIssuer()
    {
        Assert.Equal(401, await SendAsync(With(Token(), "tid", OtherTenant)));
        Assert.Equal(401, await SendAsync(Token() with { Issuer = _authority.EntraIssuer(OtherTenant) }));
        Assert.Equal(401, await SendAsync(With(Token(), "tid", "common")));
        Assert.Equal(401, await SendAsync(Token() with { Issuer = _authority.EntraIssuer("{tenantid}") }));
    }

    [Theory]
    [InlineData("SingleTenant")]
    [InlineData("UserAssignedMsi")]
    public async Task ABotOfOneTenant_TakesTokensOfThatTenantOnly(string type)
    {
        Assert.Equal(200, await SendAsync(Token(), type: type));
        Assert.Equal(401, await SendAsync(Token(tenant: OtherTenant), type: type));
        Assert.Equal(200, await SendAsync(Token(tenant: OtherTenant)));
    }

    [Fact]
    public async Task ATokenForAnotherAudience_OrWithoutEnd_IsRefused()
    {
        Assert.Equal(401, await SendAsync(Token() with { Audience = Friend }));
        Assert.Equal(401, await SendAsync(Token() with { Expires = null }));
        Assert.Equal(401, await SendAsync(Token() with { Expires = TimeSpan.FromMinutes(-6) }));
    }

    [Fact]
    public async Task AKeyOfAnotherTenant_MayNotSign()
    {
        _key.Issuer = _authority.EntraIssuer(OtherTenant);

        Assert.Equal(401, await SendAsync(Token()));
        Assert.Equal(200, await SendAsync(Token(tenant: OtherTenant)));
    }

    [Theory]
    [InlineData("https://evil.example/", "52.112.0.1", 403)]
    [InlineData("http://localhost:56150/_connector", "52.112.0.1", 403)]
    [InlineData("http://localhost:56150/_connector", "127.0.0.1", 200)]
    [InlineData("http://localhost:6379/", "127.0.0.1", 403)]
    [InlineData("https://smba.trafficmanager.net/amer/", "52.112.0.1", 200)]
    public async Task TheServiceUrl_IsAllowedByItsHost_AndThisMachineOnlyFromThisMachine(
        string serviceUrl,
        string from,
        int status
    ) => Assert.Equal(status, await SendAsync(Token(), serviceUrl: serviceUrl, from: from));

    private TestToken Token(string caller = Friend, string tenant = TestAuthority.Tenant) =>
        new()
        {
            Issuer = _authority.EntraIssuer(tenant),
            ServiceUrl = null,
            Claims = new Dictionary<string, string>
            {
                ["tid"] = tenant,
                ["ver"] = "2.0",
                ["azp"] = caller,
            },
        };

    private static TestToken Version1Token() =>
        new()
        {
            Issuer = $"https://sts.windows.net/{TestAuthority.Tenant}/",
            ServiceUrl = null,
            Claims = new Dictionary<string, string>
            {
                ["tid"] = TestAuthority.Tenant,
                ["ver"] = "1.0",
                ["appid"] = Friend,
            },
        };

    private static TestToken With(TestToken token, string claim, string value) =>
        token with
        {
            Claims = new Dictionary<string, string>(token.Claims) { [claim] = value },
        };

    private async Task<int> SendAsync(
        TestToken token,
        string[]? allowed = null,
        string type = "MultiTenant",
        string serviceUrl = TestToken.ServiceUrlOfTests,
        string from = "52.112.0.1"
    )
    {
        var settings = new Dictionary<string, string?>
        {
            ["AppId"] = TestToken.BotAppId,
            ["AppPassword"] = type == "UserAssignedMsi" ? "" : "secret",
            ["AppType"] = type,
            ["TenantId"] = TestAuthority.Tenant,
            ["EntraMetadataUrl"] = _authority.EntraMetadataUrl,
        };
        foreach ((int i, string caller) in (allowed ?? [Friend]).Index())
        {
            settings[$"AllowedCallers:{i}"] = caller;
        }

        await using var bot = new BotServices(settings);
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        context.Request.Host = new HostString("localhost");
        context.Request.Headers.Authorization = $"Bearer {token.Mint(bot.Time.GetUtcNow(), _key.Sign())}";
        CallerAuthentication result = await bot.Get<ChannelAuthentication>()
            .AuthenticateAsync(
                context,
                new Activity(ActivityTypes.Message) { ChannelId = "msteams", ServiceUrl = serviceUrl },
                TestContext.Current.CancellationToken
            );
        return result.StatusCode;
    }
}
