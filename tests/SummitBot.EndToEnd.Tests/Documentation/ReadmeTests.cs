using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using SummitBot.EndToEnd.Tests.Web;

namespace SummitBot.EndToEnd.Tests.Documentation;

/// <summary>
/// README.md and the pages in <c>docs/</c> do what they say. Their commands run in the repository as a reader would run them, with two differences:
/// <c>dotnet run</c> takes the build that the tests are part of instead of building again, and the index and the port are
/// of our own, so that a host of the developer's may run beside the tests.
/// </summary>
public sealed class ReadmeTests : IDisposable
{
    private const string FirstQuestion = "Why was the Vostochny Cosmodrome chosen for the meeting?";

    private static readonly string[] Varying = ["confidence", "elapsedMs", "passageId"];

    private readonly TemporaryFolder _folder = new();

    /// <summary>The commands of docs/teams.md need a tenant, an Azure subscription or a running host.</summary>
    public static TheoryData<string> Commands =>
        [
            .. DocumentationPage
                .All.Where(page => page.Path != "docs/teams.md")
                .SelectMany(page => page.Commands)
                .Distinct(StringComparer.Ordinal),
        ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private (string Name, string Value)[] Environment =>
        [
            ("SummitBot__Index__Path", _folder["index"]),
            ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
            // A build node that lives on would hold the output open.
            ("MSBUILDDISABLENODEREUSE", "1"),
        ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public Task ACommand_Works(string command) =>
        command switch
        {
            "bash tests/run.sh" => IsWhatContinuousIntegrationRunsAsync(),
            _ when command.Contains("SummitBot.Web", StringComparison.Ordinal) => StartsTheHostAsync(command),
            // They take minutes; their help shows that the command is known.
            _ when command.Contains("SummitBot.Benchmarks", StringComparison.Ordinal) => SucceedsAsync(
                $"{command} --help"
            ),
            _ => SucceedsAsync(command),
        };

    [Fact]
    public async Task TheFirstCommand_AnswersFromTheFoundingArticle()
    {
        string command = DocumentationPage.Readme.Commands[0];
        Assert.Contains(FirstQuestion, command, StringComparison.Ordinal);

        string output = await SucceedsAsync(command);

        Assert.Contains("strong interest in rocketry. [1]", output, StringComparison.Ordinal);
        Assert.Contains("corpus/vostochny-summit.md", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheJsonAnswer_LooksAsShown()
    {
        using JsonDocument shown = JsonDocument.Parse(
            Assert.Single(DocumentationPage.InDocs("json-answer.md").GetBlocks("json"))
        );
        using JsonDocument real = await AskAsync(FirstQuestion);

        AssertSame(shown.RootElement, real.RootElement, "answer");
    }

    [Fact]
    public async Task TheJsonOfARefusal_NamesTheClosestArticlesAsShown()
    {
        using JsonDocument refusal = await AskAsync(
            "What did the leaders eat on board the orbital station Mir in 1987?"
        );

        Assert.Equal("notInCorpus", refusal.RootElement.GetProperty("outcome").GetString());
        JsonElement closest = refusal.RootElement.GetProperty("closest")[0];
        Assert.Equal(["articleId", "title"], closest.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task ThePicture_ShowsThePresentAnswer()
    {
        XDocument picture = XDocument.Load(Repository.GetPath("docs", "ask.svg"), LoadOptions.PreserveWhitespace);
        string shown = string.Join(
            ' ',
            picture
                .Descendants()
                .Where(e => e.Name.LocalName == "text")
                .SelectMany(e => e.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        );
        using JsonDocument real = await AskAsync(FirstQuestion);

        Assert.Contains($"\"{FirstQuestion}\"", shown, StringComparison.Ordinal);
        // Drawn anew by docs/make-picture.sh.
        Assert.Contains(real.RootElement.GetProperty("text").GetString()!, shown, StringComparison.Ordinal);
    }

    private static async Task IsWhatContinuousIntegrationRunsAsync()
    {
        string ci = await File.ReadAllTextAsync(Repository.GetPath(".ci", "run"), Cancelled);
        Assert.Contains("tests/run.sh", ci, StringComparison.Ordinal);
        Assert.True(File.Exists(Repository.GetPath("tests", "run.sh")));
    }

    private async Task StartsTheHostAsync(string command)
    {
        await using WebProcess host = WebProcess.StartCommand(
            Repository.FullPath,
            ["bash", "-c", $"exec {WithoutBuild(command)}"],
            Environment
        );
        using var client = new HttpClient { BaseAddress = await host.AddressAsync() };
        await host.UntilOutputHasAsync("Ready: ");
        using HttpResponseMessage ready = await client.GetAsync("/readyz", Cancelled);
        using HttpResponseMessage asked = await client.PostAsJsonAsync(
            "/api/ask",
            new { question = FirstQuestion },
            Cancelled
        );
        JsonElement answer = await asked.Content.ReadFromJsonAsync<JsonElement>(Cancelled);

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal("vostochny-summit", answer.GetProperty("citations")[0].GetProperty("articleId").GetString());

        await host.TerminateAsync();
        await host.ExitCodeAsync();
    }

    private async Task<JsonDocument> AskAsync(string question)
    {
        await File.WriteAllTextAsync(
            _folder["questions.jsonl"],
            JsonSerializer.Serialize(new { id = "q1", question }),
            Cancelled
        );
        return JsonDocument.Parse(
            await SucceedsAsync(
                $"dotnet run --project src/SummitBot.Cli -- ask --file {_folder["questions.jsonl"]} --json"
            )
        );
    }

    /// <summary>Runs the command by a shell at the top level; gives its output.</summary>
    private async Task<string> SucceedsAsync(string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", WithoutBuild(command)])
        {
            WorkingDirectory = Repository.FullPath,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach ((string name, string value) in Environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(Cancelled);
        Task<string> error = process.StandardError.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);
        Assert.True(process.ExitCode == 0, $"{command}\nended with {process.ExitCode}:\n{await error}");
        Assert.NotEqual("", (await output).Trim());
        return await output;
    }

    private static string WithoutBuild(string command) =>
        command
            .Replace(" -c Release", "", StringComparison.Ordinal)
            .Replace("dotnet run ", $"dotnet run --no-build -c {Repository.Configuration} ", StringComparison.Ordinal);

    /// <summary>
    /// The same properties in the same order, and the same values; of a shown text that ends with <c>...</c> the beginning.
    /// What differs from run to run, or may differ among equally good answers, is compared in kind only.
    /// </summary>
    private static void AssertSame(JsonElement shown, JsonElement real, string path)
    {
        Assert.True(shown.ValueKind == real.ValueKind, $"{path} is {real.ValueKind}, shown as {shown.ValueKind}");
        switch (shown.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Equal(shown.EnumerateObject().Select(p => p.Name), real.EnumerateObject().Select(p => p.Name));
                foreach (JsonProperty property in shown.EnumerateObject())
                {
                    AssertSame(property.Value, real.GetProperty(property.Name), $"{path}.{property.Name}");
                }

                break;
            case JsonValueKind.Array:
                Assert.True(real.GetArrayLength() >= shown.GetArrayLength(), $"{path} is shorter than shown");
                for (int i = 0; i < shown.GetArrayLength(); i++)
                {
                    AssertSame(shown[i], real[i], $"{path}[{i}]");
                }

                break;
            case JsonValueKind.String when shown.GetString()!.EndsWith("...", StringComparison.Ordinal):
                Assert.StartsWith(shown.GetString()![..^3], real.GetString(), StringComparison.Ordinal);
                break;
            case JsonValueKind.Number
            or JsonValueKind.String when Varying.Contains(path[(path.LastIndexOf('.') + 1)..]):
                break;
            default:
                Assert.True(shown.ToString() == real.ToString(), $"{path} is {real}, shown as {shown}");
                break;
        }
    }
}
