using System.Net.Http.Json;
using SummitBot.EndToEnd.Tests.Web;

namespace SummitBot.EndToEnd.Tests.Loading;

/// <summary>No program loads assemblies that only another program, or another command, needs.</summary>
public sealed class LoadedAssembliesTests : IDisposable
{
    private readonly CliFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Listing => Path.Combine(_folder.Path, "loaded.txt");

    private (string Name, string Value)[] Environment =>
        [
            ("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location),
            (StartupHook.FileVariable, Listing),
            ("SummitBot__Embedding__Provider", "none"),
        ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ask_LoadsWhatAnAnswerNeeds()
    {
        CliResult answer = await _folder.RunAsync(["ask", CliFolder.Question], input: null, Environment);

        Assert.Contains("nettles", answer.Output, StringComparison.Ordinal);
        string[] loaded = await ReadAsync();
        Assert.Equal(
            [
                "SummitBot.Answering",
                "SummitBot.Core",
                "SummitBot.Groundedness",
                "SummitBot.Hosting",
                "SummitBot.Indexing",
                "SummitBot.Ingestion",
                "SummitBot.Language",
                "SummitBot.Models",
                "SummitBot.Storage",
                "SummitBot.Terminal",
                "summitbot",
            ],
            OurOwn(loaded)
        );
        Assert.DoesNotContain(
            loaded,
            name => StartsWithAny(name, "Microsoft.AspNetCore", "MathNet", "Microsoft.Bot", "AWSSDK", "Azure.Storage")
        );
    }

    [Fact]
    public async Task TheWebHost_DoesNotLoadEvaluationSimulatorOrTheCommandLine()
    {
        await using (WebProcess host = WebProcess.Start(_folder.Path, ["--urls", "http://127.0.0.1:0"], Environment))
        {
            using var client = new HttpClient { BaseAddress = await host.AddressAsync() };
            await host.UntilOutputHasAsync("Ready:");
            using HttpResponseMessage answer = await client.PostAsJsonAsync(
                "/api/ask",
                new { question = CliFolder.Question },
                Cancelled
            );
            Assert.True(answer.IsSuccessStatusCode);
            await host.TerminateAsync();
            Assert.Equal(0, await host.ExitCodeAsync());
        }

        string[] loaded = await ReadAsync();
        Assert.Equal(
            [
                "SummitBot.Answering",
                "SummitBot.Bot",
                "SummitBot.Core",
                "SummitBot.DirectLine",
                "SummitBot.Groundedness",
                "SummitBot.Hosting",
                "SummitBot.Indexing",
                "SummitBot.Ingestion",
                "SummitBot.Language",
                "SummitBot.Models",
                "SummitBot.Storage",
                "SummitBot.Web",
            ],
            OurOwn(loaded)
        );
        Assert.DoesNotContain(
            loaded,
            name => StartsWithAny(name, "MathNet", "Spectre", "System.CommandLine", "AWSSDK", "Azure.Storage")
        );
    }

    private Task<string[]> ReadAsync() => File.ReadAllLinesAsync(Listing, Cancelled);

    private static IEnumerable<string> OurOwn(IEnumerable<string> names) =>
        names
            .Where(name => name.StartsWith("summitbot", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);

    private static bool StartsWithAny(string name, params string[] beginnings) =>
        Array.Exists(beginnings, b => name.StartsWith(b, StringComparison.Ordinal));
}
