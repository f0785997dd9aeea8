using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SummitBot.Hosting;
using SummitBot.Web.Hosting;

namespace SummitBot.Tests.Web;

/// <summary>A page whose own name temporarily resolves to this machine (DNS rebinding) reads nothing.</summary>
public sealed class HostNamesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ARequestForAnotherName_IsRefusedEverywhere_WithASentenceAndOneLineInTheLog()
    {
        using var folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder);
        foreach (string address in new[] { "/", "/articles", "/admin", "/api/webchat/token", "/readyz", "/widget.js" })
        {
            using HttpResponseMessage refused = await SendAsync(host, address, "rebound.example");
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            JsonElement problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
            Assert.Contains("SummitBot:PublicUrl", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(refused.Headers.GetValues("X-Content-Type-Options")));
        }

        Assert.Single(host.Logs.Lines, l => l.Text.Contains("rebound.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ThePublicName_AndNumbers_AreServed()
    {
        using var folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(
            folder,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["PublicUrl"] = "https://news.example/bot" }
        );
        foreach (
            string name in new[] { "news.example", "NEWS.example:8080", "localhost", "192.0.2.7", "[2001:db8::1]" }
        )
        {
            using HttpResponseMessage served = await SendAsync(host, "/articles", name);
            Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        }
    }

    [Theory]
    [InlineData("AllowedHosts", "news.example")]
    [InlineData("AllowedHosts", "*")]
    [InlineData("urls", "http://localhost:1;http://news.example:80")]
    [InlineData("Kestrel:Endpoints:Public:Url", "https://news.example")]
    public void ANameOfTheServersOwnSettings_IsServed(string key, string value) =>
        Assert.True(With(key, value).Allows(new HostString("news.example")));

    [Theory]
    [InlineData("AllowedHosts", "")]
    [InlineData("urls", "http://*:80")]
    public void AnyName_IsNotServedWhenNoneIsNamed(string key, string value) =>
        Assert.False(With(key, value).Allows(new HostString("news.example")));

    private static HostNames With(string key, string value) =>
        new(
            new ConfigurationBuilder().AddInMemoryCollection([new KeyValuePair<string, string?>(key, value)]).Build(),
            Options.Create(new SummitBotOptions()),
            NullLogger<HostNames>.Instance
        );

    private static async Task<HttpResponseMessage> SendAsync(WebTestHost host, string address, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = name;
        return await host.Client.SendAsync(request, Cancelled);
    }
}
