using System.Net;
using System.Net.Http.Headers;
using Microsoft.IdentityModel.Tokens;
using SummitBot.Tests.Bot.Authentication;

namespace SummitBot.Tests.Web.Admin;

/// <summary>Operators who sign in on a real host with a test Entra ID.</summary>
public sealed class EntraSignInTests : IAsyncLifetime
{
    private const string Key = "a-key-of-these-tests";
    private const string Heading = "What people ask";

    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private EntraAuthority _entra = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _entra = await EntraAuthority.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _entra.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(EntraAuthority.UserId)]
    [InlineData("mira@news.example")]
    [InlineData("*")]
    public async Task AnAllowedUser_SignsInOnce_AndSeesThePagesUntilSigningOut(string allowed)
    {
        await using WebTestHost host = await StartAsync(allowed);
        using HttpClient browser = CreateBrowser(host);

        using HttpResponseMessage signedIn = await browser.GetAsync("/admin?days=7", Cancelled);
        string page = await signedIn.Content.ReadAsStringAsync(Cancelled);
        Assert.True(
            signedIn.IsSuccessStatusCode,
            $"{page} {string.Join('\n', host.Logs.Lines.Select(l => $"{l.Category} {l.Text}"))}"
        );
        _entra.Error = "nobody_may_sign_in_again";
        string export = await browser.GetStringAsync("/admin/export.json", Cancelled);

        Assert.Contains(Heading, page, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"page\">7 d", page, StringComparison.Ordinal);
        Assert.Contains($"Signed in as {EntraAuthority.UserName}", page, StringComparison.Ordinal);
        Assert.StartsWith("[", export, StringComparison.Ordinal);
        using HttpResponseMessage followed = await browser.GetAsync("/admin/sign-out", Cancelled);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, followed.StatusCode);
        using HttpResponseMessage forced = await SignOutAsync(browser, "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, forced.StatusCode);
        Assert.Contains(Heading, await browser.GetStringAsync("/admin", Cancelled), StringComparison.Ordinal);
        using HttpResponseMessage left = await SignOutAsync(
            browser,
            host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)
        );
        Assert.Equal("/", left.RequestMessage!.RequestUri!.AbsolutePath);
        using HttpResponseMessage after = await browser.GetAsync("/admin", Cancelled);
        Assert.Equal(HttpStatusCode.Forbidden, after.StatusCode);
    }

    [Fact]
    public async Task AnotherUserOfTheTenant_IsToldWhyThePagesStayClosed()
    {
        await using WebTestHost host = await StartAsync("editor@news.example");
        using HttpClient browser = CreateBrowser(host);
        using HttpResponseMessage response = await browser.GetAsync("/admin", Cancelled);
        string text = await response.Content.ReadAsStringAsync(Cancelled);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains(EntraAuthority.UserName, text, StringComparison.Ordinal);
        Assert.Contains("SummitBot:Admin:AllowedUsers", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Heading, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another app's token")]
    [InlineData("another tenant's token")]
    [InlineData("a token that is over")]
    [InlineData("a token of another key")]
    [InlineData("an unsigned token")]
    [InlineData("a token of another visit")]
    [InlineData("a refusal")]
    public async Task WhatEntraWouldNotHaveGivenForThisVisit_OpensNothing(string what)
    {
        using var forger = new TestKey("entra-1", endorsements: null);
        TestToken token = _entra.Token;
        (TestToken Token, SigningCredentials? Forger, string? Error) given = what switch
        {
            "another app's token" => (token with { Audience = Guid.NewGuid().ToString() }, null, null),
            "another tenant's token" => (token with { Issuer = $"{_entra.Url}/{Guid.NewGuid()}/v2.0" }, null, null),
            "a token that is over" => (token with { Expires = TimeSpan.FromHours(-1) }, null, null),
            "a token of another key" => (token, forger.Sign(), null),
            "an unsigned token" => (token, forger.SignWithPublicKey(), null),
            "a token of another visit" => (
                token with
                {
                    Claims = new Dictionary<string, string>(token.Claims, StringComparer.Ordinal)
                    {
                        ["nonce"] = "other",
                    },
                },
                null,
                null
            ),
            _ => (token, null, "access_denied"),
        };
        (_entra.Token, _entra.Forger, _entra.Error) = given;
        await using WebTestHost host = await StartAsync("*");
        using HttpClient browser = CreateBrowser(host);
        using HttpResponseMessage response = await browser.GetAsync("/admin", Cancelled);
        string text = await response.Content.ReadAsStringAsync(Cancelled);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("open /admin to try again", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.False(IsSignedIn(response));
    }

    [Fact]
    public async Task Programs_AreNotSentToASignInPage_AndComeInWithTheKey()
    {
        await using WebTestHost host = await StartAsync("*");
        using HttpResponseMessage without = await SendAsync(host, null);
        using HttpResponseMessage wrong = await SendAsync(host, "another-key-of-some-length");
        using HttpResponseMessage right = await SendAsync(host, Key);

        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task ACookieThatTheHostDidNotMake_OpensNothing()
    {
        await using WebTestHost host = await StartAsync("*");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/admin/export.json");
        request.Headers.Add("Cookie", "summitbot-admin=CfDJ8Invented");
        using HttpResponseMessage response = await host.Client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task TheCookie_IsForTheOperatorsPagesAloneAndNoScripts()
    {
        await using WebTestHost host = await StartAsync("*");
        var cookies = new CookieContainer();
        using HttpClient browser = CreateBrowser(host, cookies);
        await browser.GetStringAsync("/admin", Cancelled);

        Cookie cookie = Assert.Single(cookies.GetAllCookies(), c => c.Name == "summitbot-admin");
        Assert.Equal("/admin", cookie.Path);
        Assert.True(cookie.HttpOnly);
    }

    private static bool IsSignedIn(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies)
        && cookies.Any(c => c.StartsWith("summitbot-admin=", StringComparison.Ordinal));

    private static async Task<HttpResponseMessage> SendAsync(WebTestHost host, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/admin/export.json");
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return await host.Client.SendAsync(request, Cancelled);
    }

    private static async Task<HttpResponseMessage> SignOutAsync(HttpClient browser, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/sign-out");
        request.Headers.Add("Origin", origin);
        return await browser.SendAsync(request, Cancelled);
    }

    /// <summary>Follows redirects and keeps cookies, as browsers do.</summary>
    private static HttpClient CreateBrowser(WebTestHost host, CookieContainer? cookies = null)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = cookies ?? new CookieContainer() })
        {
            BaseAddress = host.Client.BaseAddress,
        };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    private async Task<WebTestHost> StartAsync(string allowed)
    {
        WebTestHost host = await WebTestHost.StartReadyAsync(
            _folder,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Admin:Key"] = Key,
                ["Admin:TenantId"] = EntraAuthority.Tenant,
                ["Admin:ClientId"] = EntraAuthority.ClientId,
                ["Admin:ClientSecret"] = EntraAuthority.ClientSecret,
                ["Admin:AllowedUsers:0"] = allowed,
                ["Admin:LoginUrl"] = _entra.Url,
            }
        );
        // The client expires cookies by the real time.
        host.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        return host;
    }
}
