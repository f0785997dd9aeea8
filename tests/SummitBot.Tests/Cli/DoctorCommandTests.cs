using System.Text.Json;
using SummitBot.Tests.Models;

namespace SummitBot.Tests.Cli;

/// <summary><c>summitbot doctor</c> as an operator runs it.</summary>
public sealed class DoctorCommandTests : IDisposable
{
    /// <summary>Where nobody listens.</summary>
    private static readonly (string, string) FreePort = ("ASPNETCORE_URLS", "http://127.0.0.1:1");

    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Doctor_WithoutAModel_FindsNothingToFix()
    {
        await _folder.RunAsync("index");

        CliResult result = await _folder.RunAsync(["doctor"], null, FreePort);

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        string[] lines = result.Output.TrimEnd().Split('\n');
        Assert.All(lines, l => Assert.StartsWith("ok ", l, StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("holds 2 articles", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("No model is set", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("http://127.0.0.1:1 is free", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("The bot is off", StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, ".data")));
    }

    [Theory]
    [InlineData("SummitBot__Admin__AllowLocal", "true")]
    [InlineData("SummitBot__Bot__LocalServiceUrls__0", "http://127.0.0.1:*/_connector")]
    public async Task Doctor_WarnsOfAHostThatIsOpenToTheMachine(string setting, string value)
    {
        await _folder.RunAsync("index");

        CliResult result = await _folder.RunAsync(["doctor"], null, FreePort, (setting, value));

        Assert.Matches("(?m)^warning +host .*remove them before you put a proxy", result.Output);
    }

    [Fact]
    public async Task Doctor_AsksTheModel_AndPrintsFindingsAsJson()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        server.ReplyText("The harbour of Grenmouth opened on 4 May 2021. [1]");

        CliResult result = await _folder.RunAsync(["doctor", "--json"], null, [FreePort, .. Environment(server)]);

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        JsonElement[] findings =
        [
            .. result.Output.TrimEnd().Split('\n').Select(l => JsonSerializer.Deserialize<JsonElement>(l)),
        ];
        JsonElement model = Assert.Single(findings, f => f.GetProperty("subject").GetString() == "model");
        Assert.Equal("ok", model.GetProperty("level").GetString());
        Assert.Contains("answered in", model.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(ModelServer.Key, result.Output + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_SaysAllThatIsWrongWithTheSettings_OneALine()
    {
        CliResult result = await _folder.RunAsync(
            ["doctor"],
            null,
            ("SummitBot__Answering__MaxSentences", "99"),
            ("SummitBot__Model__Provider", "openAI")
        );

        Assert.Equal(2, result.ExitCode);
        string[] lines = result.Output.TrimEnd().Split('\n');
        Assert.All(lines, l => Assert.StartsWith("error ", l, StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("MaxSentences", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("SummitBot__Model__ApiKey", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_FindsAMissingCorpus_AForeignProgramOnThePort_AndABrokenDatabase()
    {
        await using ModelServer other = await ModelServer.StartAsync();
        Directory.Delete(Path.Combine(_folder.Path, "corpus"), recursive: true);
        string database = _folder.Write("broken.db", new string('x', 5_000));

        CliResult result = await _folder.RunAsync(
            ["doctor"],
            null,
            ("ASPNETCORE_URLS", other.Endpoint.GetLeftPart(UriPartial.Authority)),
            ("SummitBot__PublicUrl", other.Endpoint.GetLeftPart(UriPartial.Authority)),
            ("SummitBot__Storage__Path", database)
        );

        Assert.Equal(2, result.ExitCode);
        Assert.Matches("(?m)^error +corpus +There is no file or folder", result.Output);
        Assert.Matches("(?m)^error +host +Another program answers", result.Output);
        Assert.Matches("(?m)^error +publicUrl +At http.* something else answers", result.Output);
        Assert.Matches("(?m)^warning +publicUrl .*not https", result.Output);
        Assert.Matches("(?m)^error +database .*damaged", result.Output);
    }

    private static (string Name, string Value)[] Environment(ModelServer server) =>
        [.. server.Settings().Select(s => (s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value))];
}
