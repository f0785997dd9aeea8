using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SummitBot.Tests.Bot.Authentication;
using SummitBot.Tests.Ingestion.Fetching;

namespace SummitBot.Tests.Web.Access;

/// <summary>A token of the authority shows what its holder may see, and no other token does.</summary>
public sealed class AccessTokenTests : IAsyncLifetime
{
    private const string Audience = "api://summitbot";
    private const string BoardId = "11111111-2222-3333-4444-777777777777";

    private readonly CorpusFolder _folder = RestrictedNews.Create();
    private readonly TestKey _key = new("k1", endorsements: null);
    private LocalSite _authority = null!;
    private WebTestHost _host = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _authority = await LocalSite.StartAsync();
        _authority.SetPage(
            "/.well-known/openid-configuration",
            JsonSerializer.Serialize(new { issuer = _authority.Url, jwks_uri = _authority.Url + "/keys" }),
            "application/json"
        );
        _authority.SetPage(
            "/keys",
            new JsonObject { ["keys"] = new JsonArray(_key.ToJson()) }.ToJsonString(),
            "application/json"
        );
        Dictionary<string, string> settings = RestrictedNews.SettingsFor(_folder);
        settings["Access:Tokens:intranet:Authority"] = _authority.Url;
        settings["Access:Tokens:intranet:Audience"] = Audience;
        settings[$"Access:Tokens:intranet:Groups:{BoardId}:0"] = "board";
        _host = await WebTestHost.StartReadyAsync(_folder, settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _authority.DisposeAsync();
        _key.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task AToken_ShowsWhatItsGroupsMaySee()
    {
        string board = await AnswerAsync(Create([BoardId]), RestrictedNews.SaleQuestion);
        string personnel = await AnswerAsync(Create(["other", "Personnel"]), RestrictedNews.SalaryQuestion);
        string boardOnPay = await AnswerAsync(Create([BoardId]), RestrictedNews.SalaryQuestion);
        string nobody = await AnswerAsync(Create([]), RestrictedNews.SaleQuestion);

        Assert.Contains(RestrictedNews.Seller, board, StringComparison.Ordinal);
        Assert.Contains(RestrictedNews.Salary, personnel, StringComparison.Ordinal);
        Assert.DoesNotContain(RestrictedNews.Salary, boardOnPay, StringComparison.Ordinal);
        Assert.DoesNotContain(RestrictedNews.Seller, nobody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKeyOfTheSettings_IsStillTaken() =>
        Assert.Contains(
            RestrictedNews.Seller,
            await AnswerAsync(RestrictedNews.BoardKey, RestrictedNews.SaleQuestion),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task TokensThatAreNotForUs_AreRefused_AndAreNoAttemptsToGuessAKey()
    {
        using var stranger = new TestKey("k1", endorsements: null);
        string[] tokens =
        [
            Create([BoardId], audience: "api://another"),
            Create([BoardId], issuer: "https://login.example.org"),
            Create([BoardId], expires: TimeSpan.FromHours(-1)),
            Create([BoardId], credentials: stranger.Sign()),
            Create([BoardId], credentials: _key.SignWithPublicKey()),
        ];
        foreach (string token in tokens.Concat(tokens).Concat(tokens))
        {
            using HttpResponseMessage response = await AskAsync(token, RestrictedNews.SaleQuestion);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        Assert.Contains(
            RestrictedNews.Seller,
            await AnswerAsync(Create([BoardId]), RestrictedNews.SaleQuestion),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WhileTheAuthorityIsDown_ATokenIsNotTaken_AndTheAnswerSaysWhy()
    {
        _authority.SetStatus("/keys", 500);

        using HttpResponseMessage response = await AskAsync(Create([BoardId]), RestrictedNews.SaleQuestion);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.DoesNotContain(
            RestrictedNews.Seller,
            await response.Content.ReadAsStringAsync(Cancelled),
            StringComparison.Ordinal
        );
    }

    private string Create(
        string[] groups,
        string audience = Audience,
        string? issuer = null,
        TimeSpan? expires = null,
        SigningCredentials? credentials = null
    )
    {
        DateTimeOffset now = _host.Time.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = issuer ?? _authority.Url,
            ["aud"] = audience,
            ["exp"] = (now + (expires ?? TimeSpan.FromHours(1))).ToUnixTimeSeconds(),
            ["groups"] = groups,
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            JsonSerializer.Serialize(claims),
            credentials ?? _key.Sign()
        );
    }

    private async Task<string> AnswerAsync(string token, string question)
    {
        using HttpResponseMessage response = await AskAsync(token, question);
        string body = await response.Content.ReadAsStringAsync(Cancelled);
        Assert.True(response.IsSuccessStatusCode, body);
        return body;
    }

    private Task<HttpResponseMessage> AskAsync(string token, string question) =>
        _host.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/api/ask")
            {
                Content = JsonContent.Create(new { question }),
                Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
            },
            Cancelled
        );
}
