using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SummitBot.Tests.Web;

/// <summary>A proxy that is set up wrongly: one line in the log says what to mend, and the checks say so too.</summary>
public sealed class ProxyCheckTests : IAsyncLifetime
{
    private readonly HarbourHost _host = new(("Admin:AllowLocal", "false"), ("Admin:Key", "operators-may-look-here"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7", "ASPNETCORE_FORWARDEDHEADERS_ENABLED=true")]
    [InlineData("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==", "Upgrade and Connection")]
    public async Task AHeaderThatTellsAFault_IsOneLineInTheLog_AndShownToOperators(
        string name,
        string value,
        string mend
    )
    {
        await SendAsync((name, value));
        await SendAsync((name, value));

        Assert.Single(_host.Host.Logs.Lines, l => l.Text.Contains(mend, StringComparison.Ordinal));
        JsonElement finding = Assert.Single(await ReadFindingsAsync("operators-may-look-here"));
        Assert.Contains(mend, finding.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.False(Assert.Single(await ReadFindingsAsync(key: null)).TryGetProperty("text", out _));
    }

    [Fact]
    public async Task APageOfThisHost_UnderAnotherName_TellsThatTheNameIsReplaced_UntilItComesRight()
    {
        await SendAsync(("Origin", "https://bot.example.org"), ("Sec-Fetch-Site", "same-origin"));
        Assert.Contains(
            "proxy_set_header Host $http_host",
            Assert.Single(await ReadFindingsAsync("operators-may-look-here")).GetProperty("text").GetString(),
            StringComparison.Ordinal
        );

        string own = _host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        await SendAsync(("Origin", own), ("Sec-Fetch-Site", "same-origin"));
        _host.Host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await ReadFindingsAsync("operators-may-look-here"));
    }

    [Fact]
    public async Task PagesOfOthers_AndRequestsWithoutAProxy_TellNothing()
    {
        await SendAsync();
        await SendAsync(("Origin", "https://elsewhere.example"), ("Sec-Fetch-Site", "cross-site"));

        Assert.Empty(await ReadFindingsAsync("operators-may-look-here"));
        Assert.DoesNotContain(_host.Host.Logs.Lines, l => l.Text.Contains("proxy", StringComparison.OrdinalIgnoreCase));
    }

    private async Task SendAsync(params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz");
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage response = await _host.Client.SendAsync(request, Cancelled);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task<IReadOnlyList<JsonElement>> ReadFindingsAsync(string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/readyz");
        if (key is not null)
        {
            request.Headers.Authorization = new("Bearer", key);
        }

        using HttpResponseMessage response = await _host.Client.SendAsync(request, Cancelled);
        JsonElement body = await response.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        return
        [
            .. body.GetProperty("checks").EnumerateArray().Where(c => c.GetProperty("subject").GetString() == "proxy"),
        ];
    }
}
