using SummitBot.EndToEnd.Tests.Models;
using SummitBot.EndToEnd.Tests.Web;

namespace SummitBot.EndToEnd.Tests.Teams;

/// <summary>The running bot in the simulated channel: it breaks no rule of Teams.</summary>
public sealed class SimulateTests : IAsyncLifetime
{
    private const string Why = "Why was the Vostochny Cosmodrome chosen for the meeting?";

    private readonly TemporaryFolder _folder = new();
    private readonly CliFolder _cli = new();
    private WebProcess? _host;
    private string _bot = "";

    public async ValueTask InitializeAsync()
    {
        _host = WebProcess.Start(
            _folder.FullPath,
            [],
            ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
            ("SummitBot__PublicUrl", "https://bot.example.org"),
            ("SummitBot__Corpus__Paths__0", Repository.GetPath("corpus"))
        );
        _bot = (await _host.AddressAsync()).AbsoluteUri;
    }

    [Fact]
    public async Task TheBuiltInCheck_FindsNoBrokenRule()
    {
        CliResult check = await _cli.RunAsync("teams", "simulate", "--check", "--bot", _bot, "--wait", "60");

        Assert.True(check.ExitCode == 0, check.Output + check.Error);
        Assert.EndsWith("activities delivered, no rule broken.\n", check.Output, StringComparison.Ordinal);
        // A check that did nothing would find nothing either.
        Assert.Contains("group | presses thumbs up", check.Output, StringComparison.Ordinal);
        // Without a model every answer is there at once: the indicator, and one message.
        Assert.Matches("first sign after [0-9]+ ms, answered after [0-9]+ ms\n", check.Output);
    }

    [Fact]
    public async Task AScriptOfOnesOwn_MayComeThroughAPipe()
    {
        const string script = """
            Why was the Vostochny Cosmodrome chosen for the meeting?
            :expect strong interest in rocketry. [1]
            :cites 1
            :channel
            /article The green train of the Kim family
            :cites 1
            :expect ["not said"
            """;

        CliResult run = await _cli.RunAsync(["teams", "simulate", "--bot", _bot, "--wait", "60"], script);

        Assert.Equal(4, run.ExitCode);
        Assert.EndsWith(
            "1 broken:\n  BROKEN expectation: The last answer has no '[\"not said\"'.\n",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AModelsAnswer_IsStreamed_OrUpdatesADraft_ByTheRules()
    {
        const string First =
            "Before the session began, Putin explained to reporters that the Vostochny site was chosen because Kim has a strong interest in rocketry.";
        const string Second =
            "The summit is expected to run for several hours, following a previous encounter in 2019 that lasted about three and a half hours.";
        using var model = new SlowModel(First, Second) { Pause = TimeSpan.FromSeconds(4) };
        await using WebProcess host = WebProcess.Start(
            _folder.FullPath,
            [],
            [
                ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
                ("SummitBot__Corpus__Paths__0", Repository.GetPath("corpus")),
                ("SummitBot__Storage__Path", _folder["model.db"]),
                ("SummitBot__Index__Path", _folder["model-index"]),
                .. model.Settings,
            ]
        );
        string bot = (await host.AddressAsync()).AbsoluteUri;
        string script = $"{Why}\n:cites 2\n:group\n{Why}\n:cites 2\n:expect {Second}\n";

        CliResult run = await _cli.RunAsync(["teams", "simulate", "--bot", bot, "--wait", "60"], script);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains($"{First} [1]", run.Output, StringComparison.Ordinal);
        // The line that says what is done, the first sentence, and sometimes both before the whole.
        Assert.Matches(", [23] in a stream before", run.Output);
        Assert.Matches(", a draft after [0-9]+ ms, answered after [0-9]+ ms", run.Output);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _cli.Dispose();
        _folder.Dispose();
    }
}
