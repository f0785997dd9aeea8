using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SummitBot.Tests.Bot.Authentication;

/// <summary>
/// A login authority on this machine: OpenID metadata and keys of the channels' service and of Entra, tokens of both, and a
/// token endpoint for the bot's own.
/// </summary>
public sealed class TestAuthority : IAsyncDisposable
{
    public const string ChannelIssuer = "https://api.botframework.test";
    public const string Tenant = "11111111-2222-3333-4444-555555555555";

    private readonly List<TestKey> _keys = [];
    private readonly WebApplication _app;
    private int _keyFetches;
    private int _tokensGiven;

    private TestAuthority(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    public string ChannelMetadataUrl => $"{Url}/v1/.well-known/openidconfiguration";

    public string EntraMetadataUrl => $"{Url}/common/v2.0/.well-known/openid-configuration";

    /// <summary>While set, every request gets this status.</summary>
    public int? Outage { get; set; }

    /// <summary>While set, the key set is not given before it is done.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    public int KeyFetches => _keyFetches;

    public int TokensGiven => _tokensGiven;

    /// <summary>The forms that came to the token endpoint, with its path.</summary>
    public IList<(string Path, IDictionary<string, string> Form)> TokenRequests { get; } = [];

    public string TokenError { get; set; } = "";

    public static async Task<TestAuthority> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        var authority = new TestAuthority(app);
        app.Use(
            (context, next) =>
            {
                context.Response.StatusCode = authority.Outage ?? 200;
                return authority.Outage is null ? next(context) : Task.CompletedTask;
            }
        );
        app.MapGet("/v1/.well-known/openidconfiguration", () => authority.Metadata(ChannelIssuer, "/v1/keys"));
        app.MapGet("/v1/keys", authority.KeysAsync);
        app.MapGet(
            "/common/v2.0/.well-known/openid-configuration",
            () => authority.Metadata($"{authority.Url}/{{tenantid}}/v2.0", "/entra/keys")
        );
        app.MapGet("/entra/keys", authority.KeysAsync);
        app.MapPost("/{tenant}/oauth2/v2.0/token", authority.IssueTokenAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return authority;
    }

    public TestKey AddKey(string id, params string[]? endorsements)
    {
        var key = new TestKey(id, endorsements);
        lock (_keys)
        {
            _keys.Add(key);
        }

        return key;
    }

    public void RemoveKey(TestKey key)
    {
        lock (_keys)
        {
            _keys.Remove(key);
        }
    }

    public string EntraIssuer(string tenant) => $"{Url}/{tenant}/v2.0";

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (TestKey key in _keys)
        {
            key.Dispose();
        }
    }

    private IResult Metadata(string issuer, string keys) =>
        Results.Json(new Dictionary<string, string> { ["issuer"] = issuer, ["jwks_uri"] = Url + keys });

    private async Task<IResult> KeysAsync()
    {
        Interlocked.Increment(ref _keyFetches);
        await Hold;
        lock (_keys)
        {
            return Results.Json(new JsonObject { ["keys"] = new JsonArray([.. _keys.Select(k => k.ToJson())]) });
        }
    }

    private async Task<IResult> IssueTokenAsync(HttpContext context, string tenant)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        lock (TokenRequests)
        {
            TokenRequests.Add((context.Request.Path, form.ToDictionary(f => f.Key, f => f.Value.ToString())));
        }

        if (TokenError.Length > 0)
        {
            return Results.Json(
                new { error = TokenError, error_description = $"The secret '{form["client_secret"]}' is wrong." },
                statusCode: 401
            );
        }

        int number = Interlocked.Increment(ref _tokensGiven);
        return Results.Json(
            new
            {
                token_type = "Bearer",
                expires_in = 3599,
                access_token = $"token-{number.ToString(CultureInfo.InvariantCulture)}-of-{tenant}",
            }
        );
    }
}
