using System.Diagnostics;
using System.Net.Http.Json;
using SummitBot.EndToEnd.Tests.Web;

namespace SummitBot.EndToEnd.Tests.Offline;

/// <summary>Without a model of a service the programs talk to nobody, and write where the settings say and nowhere else.</summary>
public sealed class OfflineTests : IDisposable
{
    private const string Question = "Why was the Vostochny Cosmodrome chosen for the meeting?";

    private readonly TemporaryFolder _folder = new();
    private readonly SystemCalls _calls;

    public OfflineTests()
    {
        Assert.SkipWhen(SystemCalls.Obstacle is not null, $"{SystemCalls.Obstacle}");
        Directory.CreateDirectory(Home);
        Directory.CreateDirectory(_folder["temporary"]);
        _calls = new SystemCalls(_folder["calls"]);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Home => _folder["home"];

    /// <summary>Sockets and pipes for debuggers would stand in the temporary folder.</summary>
    private (string Name, string Value)[] Environment =>
        [
            ("HOME", Home),
            ("TMPDIR", _folder["temporary"]),
            ("DOTNET_EnableDiagnostics", "0"),
            ("SummitBot__Folder", _folder.FullPath),
            ("SummitBot__Corpus__Paths__0", Repository.GetPath("corpus")),
        ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ask_LooksUpNoName_ConnectsToNobody_AndWritesTheIndexAlone()
    {
        var start = new ProcessStartInfo(
            "strace",
            _calls.CommandFor("dotnet", Repository.GetProgram("SummitBot.Cli", "summitbot"), "ask", Question).Skip(1)
        )
        {
            WorkingDirectory = _folder.FullPath,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach ((string name, string value) in Environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(Cancelled);
        string output = await process.StandardOutput.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);

        Assert.Contains("rocketry", output, StringComparison.Ordinal);
        Assert.Contains("Embedded ", await errors, StringComparison.Ordinal);
        await AssertOfflineAsync(process.Id, ".index");
    }

    [Fact]
    public async Task TheWebHost_LooksUpNoName_ConnectsToNobody_AndWritesIndexAndDatabaseAlone()
    {
        await using WebProcess host = WebProcess.StartCommand(
            _folder.FullPath,
            _calls.CommandFor("dotnet", Repository.GetProgram("SummitBot.Web", "SummitBot.Web")),
            [
                .. Environment,
                ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
                ("SummitBot__Admin__Key", "a-key-of-these-tests"),
            ]
        );
        using var client = new HttpClient { BaseAddress = await host.AddressAsync() };
        await host.UntilOutputHasAsync("Ready: ");
        using HttpResponseMessage answer = await client.PostAsJsonAsync(
            "/api/ask",
            new { question = Question },
            Cancelled
        );
        using HttpResponseMessage page = await client.GetAsync("/", Cancelled);
        await host.TerminateAsync();

        Assert.Contains("rocketry", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.True(page.IsSuccessStatusCode);
        Assert.Equal(0, await host.ExitCodeAsync());
        await AssertOfflineAsync(host.Id, ".data", ".index");
    }

    private async Task AssertOfflineAsync(int processId, params string[] made)
    {
        IReadOnlyList<string> calls = await _calls.ReadAsync(processId);
        Assert.NotEmpty(calls);
        Assert.Empty(SystemCalls.ReachingOut(calls));
        Assert.Empty(SystemCalls.WritingOutside(calls, _folder.FullPath));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Home));
        Assert.Equal(
            [.. made, "calls", "home", "temporary"],
            Directory
                .EnumerateFileSystemEntries(_folder.FullPath)
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal)
        );
    }
}
