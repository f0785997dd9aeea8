using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace SummitBot.EndToEnd.Tests.Web;

public sealed class WebHostTests : IDisposable
{
    private const string AnyPort = "http://127.0.0.1:0";

    private readonly TemporaryFolder _folder = new();

    public WebHostTests()
    {
        Directory.CreateDirectory(_folder["news"]);
        File.WriteAllText(
            _folder["news/harbour.md"],
            "---\ntitle: The harbour opens\npublished: 2021-05-04\n---\n"
                + "The harbour of Grenmouth opened on Tuesday. Mayor Ada Quill cut a rope of nettles.\n"
        );
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Host_StartedElsewhereWithEnvironmentSettings_AnswersAndStopsOnSigterm()
    {
        await using WebProcess host = WebProcess.Start(
            _folder.FullPath,
            [],
            ("ASPNETCORE_URLS", AnyPort),
            ("SummitBot__Corpus__Paths__0", "news"),
            ("SummitBot__Index__Path", "the-index"),
            ("SummitBot__Answering__MinConfidence", "0"),
            ("SummitBot__Answering__ClosestPassageConfidence", "0")
        );
        Uri address = await host.AddressAsync();
        await host.UntilOutputHasAsync("Ready: 1 articles");

        using var client = new HttpClient { BaseAddress = address };
        using HttpResponseMessage response = await client.PostAsJsonAsync(
            "/api/ask",
            new { question = "Who cut a rope of nettles?" },
            TestContext.Current.CancellationToken
        );
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(
            TestContext.Current.CancellationToken
        );

        Assert.Equal("answered", answer.GetProperty("outcome").GetString());
        Assert.Equal("harbour", answer.GetProperty("citations")[0].GetProperty("articleId").GetString());
        Assert.True(Directory.Exists(_folder["the-index"]));
        // The settings file beside the program quiets the framework, whose own default is Information.
        Assert.DoesNotContain("Microsoft.AspNetCore", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("nettles", host.Output, StringComparison.Ordinal);

        Assert.Equal(0, await ProbeAsync(address));
        await host.TerminateAsync();
        Assert.Equal(0, await host.ExitCodeAsync());
        Assert.Empty(host.Errors);
        Assert.Equal(1, await ProbeAsync(address));
    }

    /// <summary>As the health check of a container does.</summary>
    private async Task<int> ProbeAsync(Uri address)
    {
        await using WebProcess probe = WebProcess.Start(
            _folder.FullPath,
            ["--check-health"],
            ("ASPNETCORE_URLS", address.AbsoluteUri)
        );
        return await probe.ExitCodeAsync();
    }

    [Fact]
    public async Task CommandLine_OverridesTheEnvironment()
    {
        await using WebProcess host = WebProcess.Start(
            _folder.FullPath,
            ["--urls", AnyPort, "--SummitBot:Corpus:Paths:0=news", "--SummitBot:Index:Path=from-command-line"],
            ("SummitBot__Corpus__Paths__0", "nowhere"),
            ("SummitBot__Index__Path", "from-environment")
        );

        await host.UntilOutputHasAsync("Ready: 1 articles");

        Assert.True(Directory.Exists(_folder["from-command-line"]));
        Assert.False(Directory.Exists(_folder["from-environment"]));
    }

    [Theory]
    [InlineData("SummitBot:Web:TimeLimitSeconds", "0", "SummitBot:Web:TimeLimitSeconds must lie between 1 and 600.")]
    [InlineData(
        "SummitBot:Answering:MaxSentences",
        "many",
        "SummitBot:Answering:MaxSentences is 'many': write a whole number"
    )]
    [InlineData("SummitBot:Indx:Path", "x", "Unknown setting SummitBot:Indx: remove it or correct its name")]
    [InlineData("SummitBot:Web:Turns", "7", "Unknown setting SummitBot:Web:Turns: remove it or correct its name")]
    [InlineData("urls", "nonsense", "write the address like http://localhost:3979.")]
    [InlineData("urls", "https://127.0.0.1:0", "There is no certificate for the https address")]
    public async Task ABadSetting_EndsTheHostWithASentenceAndExitCode2(string key, string value, string sentence)
    {
        await using WebProcess host = WebProcess.Start(
            _folder.FullPath,
            ["--urls", AnyPort, "--SummitBot:Corpus:Paths:0=news", $"--{key}={value}"]
        );

        Assert.Equal(2, await host.ExitCodeAsync());
        Assert.Contains(sentence, Assert.Single(host.Errors.Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralBadSettings_AreAllNamed()
    {
        await using WebProcess host = WebProcess.Start(
            _folder.FullPath,
            ["--SummitBot:Web:MaxTurns=-1", "--SummitBot:Korpus=x", "--SummitBot:Answering:Passages=0"]
        );

        Assert.Equal(2, await host.ExitCodeAsync());
        Assert.Equal(3, host.Errors.Split('\n').Length);
    }

    [Fact]
    public async Task APortInUse_EndsTheHostWithASentenceAndExitCode2()
    {
        using var other = new TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();

        await using WebProcess host = WebProcess.Start(
            _folder.FullPath,
            ["--urls", $"http://{other.LocalEndpoint}", "--SummitBot:Corpus:Paths:0=news"]
        );

        Assert.Equal(2, await host.ExitCodeAsync());
        Assert.Contains("address already in use", Assert.Single(host.Errors.Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
    }
}
