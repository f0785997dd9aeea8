using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SummitBot.Web.Hosting;

namespace SummitBot.Tests.Web;

/// <summary>The web host on a real Kestrel server with a real corpus and index.</summary>
internal sealed class WebTestHost : WebApplicationFactory<WebOptions>
{
    private readonly Dictionary<string, string> _settings;
    private readonly Action<IServiceCollection>? _services;

    /// <param name="settings">Settings over those of the test; keys without the section's name <c>SummitBot:</c>.</param>
    /// <param name="services">Replaces ports by the test's own.</param>
    public WebTestHost(
        CorpusFolder folder,
        IReadOnlyDictionary<string, string>? settings = null,
        Action<IServiceCollection>? services = null
    )
    {
        _services = services;
        _settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Corpus:Paths:0"] = folder.Corpus,
            ["Index:Path"] = folder.Index,
            ["Storage:Path"] = folder.Database,
            // These tests are about the host, so every answer that the writer finds is shown.
            ["Answering:MinConfidence"] = "0",
            ["Answering:ClosestPassageConfidence"] = "0",
            ["Bot:LocalServiceUrls:0"] = "http://127.0.0.1:*/_connector",
            ["Admin:AllowLocal"] = "true",
        };
        foreach ((string key, string value) in settings ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            _settings[key] = value;
        }

        UseKestrel();
        StartServer();
        Client = CreateClient();
    }

    public HttpClient Client { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public LogRecorder Logs { get; } = new();

    /// <summary>A ready host with the harbour news.</summary>
    public static async Task<WebTestHost> StartReadyAsync(
        CorpusFolder folder,
        IReadOnlyDictionary<string, string>? settings = null,
        Action<IServiceCollection>? services = null
    )
    {
        var host = new WebTestHost(folder, settings, services);
        try
        {
            await host.UntilAsync("/readyz", HttpStatusCode.OK);
            return host;
        }
        catch
        {
            // A host left running would keep writing into the folder that the test deletes, and hide the error.
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the address returns the status.</summary>
    public async Task UntilAsync(string address, HttpStatusCode status)
    {
        await UntilAsync(async () =>
        {
            using HttpResponseMessage response = await Client.GetAsync(address, TestContext.Current.CancellationToken);
            return response.StatusCode == status;
        });
    }

    public async Task UntilAsync(Func<Task<bool>> isTrue)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await isTrue())
        {
            Assert.False(
                limit.IsCancellationRequested,
                $"Not within 30 s. Log: {string.Join('\n', Logs.Lines.Select(l => l.Text))}"
            );
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public Task<HttpResponseMessage> AskAsync(object body) =>
        Client.PostAsJsonAsync("/api/ask", body, TestContext.Current.CancellationToken);

    /// <summary>Asks and expects an answer.</summary>
    public async Task<JsonElement> AnswerAsync(string question)
    {
        using HttpResponseMessage response = await AskAsync(new { question });
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    public async Task<(HttpResponseMessage Response, JsonElement Body)> ReadJsonAsync(
        HttpMethod method,
        string address,
        HttpContent? content = null,
        string? accept = null
    )
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        HttpResponseMessage response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // A setting, not UseKestrel(port): that one changes the address of a server which may have started already.
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        foreach ((string key, string value) in _settings)
        {
            builder.UseSetting($"SummitBot:{key}", value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Logs));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            _services?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Logs.Dispose();
        }
    }
}
