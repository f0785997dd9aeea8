using System.Diagnostics;
using System.Globalization;
using SummitBot.EndToEnd.Tests.Browser;

namespace SummitBot.EndToEnd.Tests.Teams;

/// <summary>Microsoft 365 Agents Playground: Microsoft's own stand-in for Teams, run by Node on this machine.</summary>
internal sealed class Playground : IAsyncDisposable
{
    private static readonly string Program = Repository.GetPath(
        ".artifacts",
        "npm",
        "playground",
        "node_modules",
        "@microsoft",
        "m365agentsplayground",
        "cli.js"
    );

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // It writes a log into its current folder.
    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;

    private Playground(Uri bot, int port)
    {
        Address = new Uri($"http://localhost:{port}/");
        _process = Process.Start(
            new ProcessStartInfo(
                "node",
                [
                    Program,
                    "start",
                    "-e",
                    new Uri(bot, "/api/messages").AbsoluteUri,
                    "-c",
                    "msteams",
                    "-p",
                    port.ToString(CultureInfo.InvariantCulture),
                    "--disable-telemetry",
                ]
            )
            {
                WorkingDirectory = _folder.FullPath,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                Environment = { ["TEAMSAPPTESTER_BROWSER"] = "none" },
            }
        )!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>tests/run.sh installs it where there is npm.</summary>
    public static bool IsInstalled => File.Exists(Program);

    public Uri Address { get; }

    public static async Task<Playground> StartAsync(Uri bot)
    {
        var playground = new Playground(bot, FreePort.Take());
        using var client = new HttpClient();
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            try
            {
                using HttpResponseMessage page = await client.GetAsync(playground.Address, limit.Token);
                if (page.IsSuccessStatusCode)
                {
                    return playground;
                }
            }
            catch (HttpRequestException)
            {
                Assert.False(playground._process.HasExited, "The Playground has ended.");
            }

            await Task.Delay(100, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        _folder.Dispose();
    }
}
