using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using SummitBot.Tests.Bot.Authentication;

namespace SummitBot.Tests.Web.Admin;

/// <summary>
/// Entra ID on this machine, as far as signing in needs it: metadata, keys, and for each visit to the sign-in page, where
/// somebody is signed in already, a code that gives a token once, to those who know the secret and the verifier.
/// </summary>
internal sealed class EntraAuthority : IAsyncDisposable
{
    public const string Tenant = "99999999-8888-7777-6666-555555555555";
    public const string ClientId = "12121212-3434-5656-7878-909090909090";
    public const string ClientSecret = "what-only-the-host-knows";
    public const string UserId = "0f0f0f0f-1111-2222-3333-444444444444";
    public const string UserName = "Mira@News.example";

    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> _codes = new(
        StringComparer.Ordinal
    );
    private readonly TestKey _key = new("entra-1", endorsements: null);
    private readonly WebApplication _app;

    private EntraAuthority(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    /// <summary>The token that is given, to be changed by tests; its nonce is the visit's unless it has one.</summary>
    public TestToken Token { get; set; } = new();

    /// <summary>Signs in place of the authority's key.</summary>
    public SigningCredentials? Forger { get; set; }

    /// <summary>What the sign-in page answers in place of a code.</summary>
    public string? Error { get; set; }

    public static async Task<EntraAuthority> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        var authority = new EntraAuthority(app);
        app.MapGet($"/{Tenant}/v2.0/.well-known/openid-configuration", authority.Metadata);
        app.MapGet(
            $"/{Tenant}/discovery/v2.0/keys",
            () => new JsonObject { ["keys"] = new JsonArray(authority._key.ToJson()) }
        );
        app.MapGet($"/{Tenant}/oauth2/v2.0/authorize", authority.SignIn);
        app.MapPost($"/{Tenant}/oauth2/v2.0/token", (Delegate)authority.IssueTokenAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        authority.Token = new TestToken
        {
            Issuer = authority.Issuer,
            Audience = ClientId,
            ServiceUrl = null,
            IssuedAt = TimeSpan.Zero,
            Claims = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["oid"] = UserId,
                ["sub"] = "subject",
                ["tid"] = Tenant,
                ["preferred_username"] = UserName,
            },
        };
        return authority;
    }

    public string Issuer => $"{Url}/{Tenant}/v2.0";

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private IResult Metadata() =>
        Results.Json(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["issuer"] = Issuer,
                ["authorization_endpoint"] = $"{Url}/{Tenant}/oauth2/v2.0/authorize",
                ["token_endpoint"] = $"{Url}/{Tenant}/oauth2/v2.0/token",
                ["jwks_uri"] = $"{Url}/{Tenant}/discovery/v2.0/keys",
            }
        );

    private IResult SignIn(HttpRequest request)
    {
        IQueryCollection query = request.Query;
        Assert.Equal(ClientId, query["client_id"].ToString());
        Assert.Equal("code", query["response_type"].ToString());
        Assert.Equal("S256", query["code_challenge_method"].ToString());
        string code = Guid.NewGuid().ToString("N");
        _codes[code] = (query["nonce"].ToString(), query["code_challenge"].ToString());
        (string, string) result = Error is null ? ("code", code) : ("error", Error);
        return Results.Redirect(
            QueryHelpers.AddQueryString(
                query["redirect_uri"].ToString(),
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    [result.Item1] = result.Item2,
                    ["state"] = query["state"].ToString(),
                }
            )
        );
    }

    private async Task<IResult> IssueTokenAsync(HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        byte[] verifier = SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()));
        if (
            form["client_secret"] != ClientSecret
            || !_codes.TryRemove(form["code"].ToString(), out (string Nonce, string Challenge) visit)
            || Base64UrlEncoder.Encode(verifier) != visit.Challenge
        )
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        var claims = new Dictionary<string, string>(StringComparer.Ordinal) { ["nonce"] = visit.Nonce };
        foreach ((string name, string value) in Token.Claims)
        {
            claims[name] = value;
        }

        TestToken token = Token with { Claims = claims };
        return Results.Json(
            new
            {
                token_type = "Bearer",
                access_token = "of-no-use-here",
                expires_in = 3599,
                id_token = token.Mint(TimeProvider.System.GetUtcNow(), Forger ?? _key.Sign()),
            }
        );
    }
}
