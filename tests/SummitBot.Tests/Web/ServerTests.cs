using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Web.Hosting;

namespace SummitBot.Tests.Web;

public sealed class ServerTests(HarbourHost harbour) : IClassFixture<HarbourHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/articles")]
    [InlineData("/articles/lighthouse?start=0&end=5")]
    [InlineData("/articles/nobody-wrote-it")]
    [InlineData("/start.js")]
    [InlineData("/webchat")]
    [InlineData("/widget.js")]
    [InlineData("/widget/panel.js")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/nothing-here")]
    [InlineData("/api/ask")]
    public async Task EveryResponse_CarriesTheSecurityHeaders(string address)
    {
        using HttpResponseMessage response = await harbour.Client.GetAsync(
            address,
            TestContext.Current.CancellationToken
        );

        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Contains("microphone=()", Assert.Single(response.Headers.GetValues("Permissions-Policy")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/articles")]
    [InlineData("/articles/lighthouse?start=0&end=5")]
    [InlineData("/articles/nobody-wrote-it")]
    [InlineData("/widget.js")]
    [InlineData("/widget/texts/en.json")]
    [InlineData("/webchat")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/nothing-here")]
    [InlineData("/api/ask")]
    [InlineData("/api/messages")]
    public async Task Head_IsAnsweredAsGet_WithoutABody(string address)
    {
        using HttpResponseMessage get = await harbour.Client.GetAsync(address, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using HttpResponseMessage head = await harbour.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using HttpResponseMessage next = await harbour.Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(get.StatusCode, next.StatusCode);
    }

    [Fact]
    public async Task WebChat_MayBeFramedByThePagesThatMayTalkToTheBot_AndOtherPagesByNobody()
    {
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(
            folder,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["DirectLine:AllowedOrigins:0"] = "https://news.example",
                ["DirectLine:AllowedOrigins:1"] = "https://other.example:8443",
            }
        );
        using HttpResponseMessage chat = await host.Client.GetAsync("/webchat", TestContext.Current.CancellationToken);
        Assert.SkipWhen(chat.StatusCode == HttpStatusCode.NotFound, "The host was built without npm.");
        using HttpResponseMessage start = await host.Client.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Contains(
            "frame-ancestors 'self' https://news.example https://other.example:8443;",
            Assert.Single(chat.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal
        );
        // Browsers that know both use the policy; older ones use this header, which cannot name an origin.
        Assert.False(chat.Headers.Contains("X-Frame-Options"));
        Assert.Contains(
            "frame-ancestors 'none'",
            Assert.Single(start.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal
        );
        Assert.Equal("DENY", Assert.Single(start.Headers.GetValues("X-Frame-Options")));
    }

    [Fact]
    public async Task TheStyleSheetOfThePage_IsTheOneThatThePolicyAllows()
    {
        using HttpResponseMessage response = await harbour.Client.GetAsync("/", TestContext.Current.CancellationToken);
        string html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        string sheet = html[
            (html.IndexOf("<style>", StringComparison.Ordinal) + 7)..html.IndexOf("</style>", StringComparison.Ordinal)
        ];
        byte[] hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(sheet));

        Assert.Contains(
            $"style-src 'sha256-{Convert.ToBase64String(hash)}'",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task OpenApiDocument_DescribesAskWithItsResponsesAndSchemas()
    {
        JsonElement document = await harbour.Client.GetFromJsonAsync<JsonElement>(
            "/openapi/v1.json",
            TestContext.Current.CancellationToken
        );

        JsonElement ask = document.GetProperty("paths").GetProperty("/api/ask").GetProperty("post");
        Assert.NotEmpty(ask.GetProperty("summary").GetString()!);
        Assert.Equal(
            ["200", "400", "401", "413", "415", "500", "503", "504"],
            ask.GetProperty("responses").EnumerateObject().Select(r => r.Name),
            StringComparer.Ordinal
        );
        JsonElement schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.Equal(
            ["answered", "offered", "notInCorpus", "needsClarification", "error"],
            schemas.GetProperty("AnswerOutcome").GetProperty("enum").EnumerateArray().Select(e => e.GetString()!),
            StringComparer.Ordinal
        );
        JsonElement request = schemas.GetProperty("AskRequest").GetProperty("properties");
        Assert.Equal(
            ["question", "id", "conversation", "maxSentences", "asOf", "explain", "conversationId"],
            request.EnumerateObject().Select(p => p.Name),
            StringComparer.Ordinal
        );
        Assert.Contains(
            "plain words",
            request.GetProperty("question").GetProperty("description").GetString(),
            StringComparison.Ordinal
        );
        foreach (string path in new[] { "/articles", "/articles/{id}", "/healthz", "/readyz" })
        {
            Assert.NotEmpty(
                document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("summary").GetString()!
            );
        }
    }

    [Fact]
    public void SettingsFile_IsFoundBesideTheProgram()
    {
        IConfiguration configuration = harbour.Host.Services.GetRequiredService<IConfiguration>();

        Assert.Equal("Warning", configuration["Logging:LogLevel:Default"]);
    }

    [Fact]
    public void Explain_OfAPortInUse_SaysHowToChooseAnother()
    {
        var inUse = new IOException(
            "Failed to bind to address http://127.0.0.1:3978: address already in use.",
            new AddressInUseException("Address already in use")
        );

        Assert.Equal(
            "Failed to bind to address http://127.0.0.1:3978: address already in use: stop the program that listens there, or choose another address, for example --urls http://localhost:3979.",
            Assert.Single(StartupErrors.Explain(inUse))
        );
    }

    [Fact]
    public void Explain_OfAPortThatIsNone_SaysWhichThereAre() =>
        Assert.Contains(
            "between 0 and 65535",
            Assert.Single(
                StartupErrors.Explain(Assert.ThrowsAny<Exception>(() => new IPEndPoint(IPAddress.Any, 70_000)))
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Explain_OfAProgrammingError_IsEmpty() =>
        Assert.Empty(StartupErrors.Explain(new InvalidOperationException("No service for type X.")));
}
