using System.Text.Json;
using SummitBot.Tests.Models;

namespace SummitBot.Tests.Cli;

/// <summary><c>summitbot ask</c> with a model that words the answer.</summary>
public sealed class AskWithModelTests : IAsyncLifetime
{
    private const string Sentence = "Mayor Ada Quill cut a rope of nettles at the “old” pier 🚢.";

    private readonly CliFolder _folder = new();
    private ModelServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ModelServer.StartAsync();
        _server.ReplyText($"{Sentence} [1]");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Json_NamesTheModelOfTheFlag_AndWhatItTook()
    {
        CliResult result = await AskAsync("--model", "another-model", "--json");

        JsonElement answer = JsonSerializer.Deserialize<JsonElement>(result.Output);
        Assert.Equal("another-model", _server.Requests[0].Model);
        Assert.Equal("another-model", answer.GetProperty("writer").GetString());
        Assert.Equal($"{Sentence} [1]", answer.GetProperty("text").GetString());
        JsonElement usage = answer.GetProperty("usage");
        Assert.Equal("another-model", usage.GetProperty("model").GetString());
        Assert.Equal(ModelReplies.InputTokens, usage.GetProperty("inputTokens").GetInt32());
        Assert.Equal(ModelReplies.OutputTokens, usage.GetProperty("outputTokens").GetInt32());
        Assert.Equal(0.00215m, usage.GetProperty("cost").GetDecimal());
    }

    [Fact]
    public async Task Explain_TellsWhatTheGateMadeOfIt_AndTokensAndCost()
    {
        CliResult result = await AskAsync("--explain");

        Assert.Contains($"{ModelServer.ModelName}: stands.", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "Requests: 1, tokens in: 700, tokens out: 40, cost 0.00215.",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("kept\t", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AModelThatBreaksOff_GivesTheEmbeddedAnswer_AndTheNoteSaysSo()
    {
        _server.Reply(ModelReplies.EndWithoutFinish($"{Sentence} [1]\nThen"));

        CliResult result = await AskAsync();

        Assert.Contains("[1]", result.Output, StringComparison.Ordinal);
        Assert.Contains("\nThe language model did not finish its answer.\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_ShowsTheSourceOfASentenceThatTheModelWordedFreely()
    {
        _server.ReplyText($"{Sentence.Replace(" cut", " quickly cut", StringComparison.Ordinal)} [1]");

        CliResult free = await RunAsync(["chat"], $"{CliFolder.Question}\n");
        _server.ReplyText($"{Sentence} [1]");
        CliResult close = await RunAsync(["chat"], $"{CliFolder.Question}\n");

        Assert.Contains("quickly cut", free.Output, StringComparison.Ordinal);
        Assert.Contains($"\n    \u201c{Sentence}\u201d\n", free.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u201cMayor", close.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheModelNone_AsksNobody()
    {
        CliResult result = await AskAsync("--model", "none", "--json");

        Assert.Equal(
            "embedded",
            JsonSerializer.Deserialize<JsonElement>(result.Output).GetProperty("writer").GetString()
        );
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task AModelWithoutAProvider_IsAnErrorThatSaysWhatToSet()
    {
        CliResult result = await _folder.RunAsync("ask", CliFolder.Question, "--model", "llama3.1");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("SummitBot__Model__Provider=ollama", result.Error, StringComparison.Ordinal);
    }

    private Task<CliResult> AskAsync(params string[] flags) => RunAsync(["ask", CliFolder.Question, .. flags]);

    private async Task<CliResult> RunAsync(string[] arguments, string? input = null)
    {
        CliResult result = await _folder.RunAsync(
            arguments,
            input,
            [
                .. _server
                    .Settings(("SummitBot:Model:InputPrice", "2.5"), ("SummitBot:Model:OutputPrice", "10"))
                    .Select(s => (s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value)),
            ]
        );
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.DoesNotContain(ModelServer.Key, result.Output + result.Error, StringComparison.Ordinal);
        return result;
    }
}
