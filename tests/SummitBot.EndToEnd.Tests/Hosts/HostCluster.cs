using System.Net.Http.Json;
using SummitBot.EndToEnd.Tests.Browser;
using SummitBot.EndToEnd.Tests.Web;

namespace SummitBot.EndToEnd.Tests.Hosts;

/// <summary>
/// Two hosts on one PostgreSQL server with one folder of index snapshots, and nginx before them that takes them in turn.
/// </summary>
public sealed class HostCluster : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private readonly CliFolder _folder = new();
    private readonly int[] _ports = [FreePort.Take(), FreePort.Take()];
    private readonly WebProcess?[] _hosts = new WebProcess?[2];
    private PostgresServer? _server;
    private Nginx? _nginx;

    private string Snapshots => Path.Combine(_folder.Path, "snapshots");

    internal PostgresServer Server => _server!;

    internal Nginx Nginx => _nginx!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(PostgresServer.Obstacle is not null, PostgresServer.Obstacle ?? "");
        _server = PostgresServer.Start();
        _nginx = new Nginx(_ports);
        StartHost(0);
        StartHost(1);
        await UntilReadyAsync();
        _nginx.Start();
        await UntilReadyAsync(_nginx.LocalAddress);
    }

    /// <summary>As <c>kill -9</c>.</summary>
    public async Task KillHostAsync(int host) => await _hosts[host]!.DisposeAsync();

    public void StartHost(int host)
    {
        _hosts[host] = WebProcess.Start(
            _folder.Path,
            ["--urls", $"http://127.0.0.1:{_ports[host]}"],
            ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"),
            ("SummitBot__Corpus__RefreshSeconds", "3"),
            ("SummitBot__Index__Path", $".index-{host}"),
            ("SummitBot__Index__Snapshots", Snapshots),
            ("SummitBot__Storage__Provider", "postgres"),
            ("SummitBot__Storage__ConnectionString", Server.ConnectionString("postgres")),
            ("SummitBot__Storage__LeaseSeconds", "3"),
            ("SummitBot__Storage__BusySeconds", "15"),
            ("SummitBot__Answering__MinConfidence", "0"),
            ("SummitBot__Answering__ClosestPassageConfidence", "0")
        );
    }

    /// <summary>Writes the article that <see cref="CliFolder.Question"/> asks about.</summary>
    public void WriteArticle(string mayor) =>
        _folder.Write(
            "corpus/harbour.md",
            $"---\ntitle: The harbour opens\n---\nRain fell in the morning. Mayor {mayor} cut a rope of nettles at the pier. The band played.\n"
        );

    /// <summary>What a host answers, asked without the proxy.</summary>
    public async Task<string> AskAsync(int host, string question, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        using HttpResponseMessage answer = await client.PostAsJsonAsync(
            new Uri($"http://127.0.0.1:{_ports[host]}/api/ask"),
            new { question },
            cancellationToken
        );
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <summary>Runs <c>summitbot snapshots</c>.</summary>
    internal async Task<string> RunSnapshotsAsync(params string[] arguments)
    {
        CliResult result = await _folder.RunAsync(
            ["snapshots", .. arguments],
            input: null,
            ("SummitBot__Index__Snapshots", Snapshots)
        );
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output;
    }

    internal string GetLog(int host) => _hosts[host]!.Output;

    /// <summary>What the hosts have written, for a test that fails.</summary>
    internal string Logs => string.Join('\n', _hosts.Select((h, i) => $"--- host {i}\n{h?.Output}\n{h?.Errors}"));

    public Task UntilReadyAsync() => UntilReadyAsync([.. _ports.Select(port => new Uri($"http://127.0.0.1:{port}"))]);

    private static async Task UntilReadyAsync(params IReadOnlyList<Uri> addresses)
    {
        using var client = new HttpClient();
        using var limit = new CancellationTokenSource(Limit);
        foreach (Uri address in addresses)
        {
            while (!await IsReadyAsync(client, address, limit.Token))
            {
                await Task.Delay(100, limit.Token);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (WebProcess? host in _hosts)
        {
            if (host is not null)
            {
                await host.DisposeAsync();
            }
        }

        _nginx?.Dispose();
        _server?.Dispose();
        _folder.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri(address, "/readyz"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
