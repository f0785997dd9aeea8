using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using SummitBot.Core.Telemetry;

namespace SummitBot.Tests.Web;

/// <summary>What operators see: spans at a collector, metrics for Prometheus, and a dashboard and alerts that name real ones.</summary>
public sealed partial class TelemetryTests
{
    private const string Question = "Who harvested the kelp near Lower Tarn?";

    private static readonly string[] Files = ["grafana/summitbot.json", "prometheus/alerts.yml"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheCollector_GetsEachStepOfAChatsQuestion_AndItsTextOnlyWhereSet(bool withQuestions)
    {
        using var collector = new Collector();
        await using var harbour = new HarbourHost(
            ("Telemetry:OtlpEndpoint", collector.Address),
            ("Telemetry:OtlpProtocol", "http/protobuf"),
            ("Telemetry:IncludeQuestions", withQuestions ? "true" : "false")
        );
        await harbour.InitializeAsync();

        await SayAsync(harbour.Client, Question);

        await harbour.Host.UntilAsync(() =>
        {
            harbour.Host.Services.GetRequiredService<TracerProvider>().ForceFlush();
            return Task.FromResult(collector.Received("/v1/traces").Contains("turn", StringComparison.Ordinal));
        });
        string traces = collector.Received("/v1/traces");
        Assert.All(
            ["answer", "retrieve", "write", "gate", "send", "turn", "summitbot.outcome", "service.name"],
            name => Assert.Contains(name, traces, StringComparison.Ordinal)
        );
        Assert.Equal(withQuestions, traces.Contains(Question, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryMetricOfTheDashboardAndTheAlerts_IsServed()
    {
        await using var harbour = new HarbourHost(("Telemetry:Prometheus", "true"));
        await harbour.InitializeAsync();
        await SayAsync(harbour.Client, Question);
        Instruments.CountModelCall("model", 100, 10, 0.01m);
        string[] wanted =
        [
            .. Files
                .SelectMany(file => FindMetrics(File.ReadAllText(Repository.GetPath("deploy", file))))
                .Distinct(StringComparer.Ordinal),
        ];

        string served = await harbour.Client.GetStringAsync("/metrics", Cancelled);

        Assert.InRange(wanted.Length, 8, 100);
        Assert.All(wanted, name => Assert.Matches($@"(?m)^{name}\b", served));
        Assert.DoesNotContain(Question, served, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutTheSetting_NobodyReadsMetrics()
    {
        await using var harbour = new HarbourHost();
        await harbour.InitializeAsync();

        using HttpResponseMessage response = await harbour.Client.GetAsync("/metrics", Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    /// <summary>Asks as a visitor of a web page does, and waits for the answer.</summary>
    private static async Task SayAsync(HttpClient client, string text)
    {
        JsonElement session = await PostAsync(client, "/api/webchat/token", new { }, token: null);
        string token = session.GetProperty("token").GetString()!;
        await PostAsync(client, "/v3/directline/conversations", new { }, token);
        string address = $"/v3/directline/conversations/{session.GetProperty("conversationId").GetString()}/activities";
        JsonElement sent = await PostAsync(client, address, new { type = "message", text }, token);
        string id = sent.GetProperty("id").GetString()!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using HttpResponseMessage response = await client.SendAsync(request, limit.Token);
            string activities = await response.Content.ReadAsStringAsync(limit.Token);
            if (activities.Contains($"\"replyToId\":\"{id}\"", StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(20, limit.Token);
        }
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string address, object body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage response = await client.SendAsync(request, Cancelled);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
    }

    private static IEnumerable<string> FindMetrics(string text) =>
        Metric().Matches(Labels().Replace(text, "")).Select(m => m.Value);

    /// <summary>Selectors and groupings hold names of labels, not of metrics.</summary>
    [GeneratedRegex(@"\{[^{}\n]*\}|(by|on) \([^)]*\)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Labels();

    [GeneratedRegex(@"\b(summitbot|gen_ai|http_server)_[a-z_]+\b", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Metric();

    /// <summary>Takes what is sent by OTLP over HTTP, and keeps it as text: names and values stand in it as they are.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly ConcurrentQueue<(string Path, string Body)> _received = new();

        public Collector()
        {
            using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
            }

            _listener.Prefixes.Add(Address + "/");
            _listener.Start();
            _ = Task.Run(AcceptAsync, CancellationToken.None);
        }

        public string Address { get; }

        public string Received(string path) => string.Concat(_received.Where(r => r.Path == path).Select(r => r.Body));

        public void Dispose() => _listener.Close();

        private async Task AcceptAsync()
        {
            while (true)
            {
                HttpListenerContext context;
                try
                {
                    context = await _listener.GetContextAsync();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }

                using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                _received.Enqueue(
                    (context.Request.Url!.AbsolutePath, await reader.ReadToEndAsync(CancellationToken.None))
                );
                context.Response.Close();
            }
        }
    }
}
