using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SummitBot.Tests.Models;
using SummitBot.Web.Diagnosis;

namespace SummitBot.Tests.Web;

/// <summary>What <c>/readyz</c> tells of models, database and the rest.</summary>
public sealed class ReadinessTests : IAsyncLifetime
{
    private const string Key = "operators-only-4711";
    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private ModelServer _server = null!;
    private WebTestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ModelServer.StartAsync();
        _host = await WebTestHost.StartReadyAsync(
            _folder,
            _server.HostSettings(("SummitBot:Model:Name", "no-such-model"), ("SummitBot:Admin:Key", Key))
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AHostWhoseModelIsMissing_IsReady_AndSaysWhatToFixToOperatorsAlone()
    {
        await _host.UntilAsync(async () => (await ChecksAsync(null)).Count > 0);

        JsonElement forAll = (await ChecksAsync(null))["model"];
        JsonElement forOperators = (await ChecksAsync(Key))["model"];

        Assert.Equal("error", forAll.GetProperty("level").GetString());
        Assert.False(forAll.TryGetProperty("text", out _));
        Assert.Contains("it has test-model", forOperators.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            _host.Logs.Lines,
            l => l.Text.Contains("Check of model: no-such-model", StringComparison.Ordinal)
        );
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task WhatChanged_IsToldWithinSeconds()
    {
        await _host.UntilAsync(async () => (await ChecksAsync(null)).Count > 0);
        Assert.NotEqual("error", (await ChecksAsync(null))["index"].GetProperty("level").GetString());

        foreach (string file in Directory.EnumerateFiles(_folder.Corpus))
        {
            File.Delete(file);
        }

        Directory.Delete(_folder.Corpus, recursive: true);
        _host.Time.Advance(SelfCheckMonitor.Fresh + TimeSpan.FromSeconds(1));

        Assert.Equal("error", (await ChecksAsync(null))["corpus"].GetProperty("level").GetString());
    }

    private async Task<Dictionary<string, JsonElement>> ChecksAsync(string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/readyz");
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        using HttpResponseMessage response = await _host.Client.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );
        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain(ModelServer.Key, body, StringComparison.Ordinal);
        return JsonSerializer
            .Deserialize<JsonElement>(body)
            .GetProperty("checks")
            .EnumerateArray()
            .ToDictionary(c => c.GetProperty("subject").GetString()!, StringComparer.Ordinal);
    }
}
