using System.Text.Json;
using SummitBot.Core.Answers;
using SummitBot.Core.Models;

namespace SummitBot.Tests.Models;

/// <summary>What each provider is sent, and what of it the settings decide.</summary>
public sealed class ModelProviderTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ModelServer _server = null!;
    private ModelBench? _bench;

    public async ValueTask InitializeAsync()
    {
        _server = await ModelServer.StartAsync();
        _server.Reply(ModelReplies.From(r => ModelAnswerTests.Cited(r, ModelBench.Cost, "48 million")));
    }

    public async ValueTask DisposeAsync()
    {
        if (_bench is not null)
        {
            await _bench.DisposeAsync();
        }

        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("openAICompatible", "/v1", "/v1/chat/completions")]
    [InlineData("openAI", "/v1", "/v1/chat/completions")]
    [InlineData("ollama", "/v1", "/v1/chat/completions")]
    [InlineData("ollama", "", "/v1/chat/completions")]
    [InlineData("azureOpenAI", "", "/openai/deployments/test-model/chat/completions")]
    public async Task AnAnswer_ComesFromEveryProvider(string provider, string path, string asked)
    {
        await StartAsync(
            ("SummitBot:Model:Provider", provider),
            ("SummitBot:Model:Endpoint", $"{_server.Endpoint.GetLeftPart(UriPartial.Authority)}{path}")
        );

        Answer answer = await _bench!.AskAsync(ModelBench.HowMuch);

        Assert.Equal(ModelServer.ModelName, answer.Writer);
        Assert.Equal(asked, Assert.Single(_server.Requests).Path);
    }

    /// <summary>Ollama, LM Studio and others know only the older name; OpenAI's newer models only the newer.</summary>
    [Theory]
    [InlineData("openAICompatible", "max_tokens")]
    [InlineData("ollama", "max_tokens")]
    [InlineData("openAI", "max_completion_tokens")]
    public async Task TheRequest_CarriesTheLimitsOfTheSettings_ByTheNamesThatItsServerKnows(
        string provider,
        string limit
    )
    {
        await StartAsync(
            ("SummitBot:Model:Provider", provider),
            ("SummitBot:Model:MaxOutputTokens", "123"),
            ("SummitBot:Model:Temperature", "0.25")
        );

        await _bench!.AskAsync(ModelBench.HowMuch);

        JsonElement body = _server.Requests[0].Body;
        Assert.Equal(123, body.GetProperty(limit).GetInt32());
        Assert.Single(body.EnumerateObject(), p => p.Name.StartsWith("max_", StringComparison.Ordinal));
        Assert.Equal(0.25, body.GetProperty("temperature").GetDouble(), 3);
        Assert.True(body.GetProperty("stream_options").GetProperty("include_usage").GetBoolean());
    }

    [Fact]
    public async Task APromptOfTheOperators_IsSentInPlaceOfOurs()
    {
        string file = _folder["prompt.txt"];
        await File.WriteAllTextAsync(
            file,
            """<message role="system">Speak like a pirate.</message><message role="user">{{$passages}} {{$question}}</message>""",
            TestContext.Current.CancellationToken
        );
        await StartAsync(("SummitBot:Model:PromptFile", file));

        await _bench!.AskAsync(ModelBench.HowMuch);

        Assert.Equal("Speak like a pirate.", _server.Requests[0].GetText("system"));
        Assert.Contains(ModelBench.Cost, _server.Requests[0].GetText("user"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{$passages}}", "lacks {{$question}}")]
    [InlineData("{{$passages}} {{$question}} {{$}}", "no prompt template")]
    public async Task APromptThatCannotBeUsed_GivesTheEmbeddedAnswer_AndIsFoundByTheCheck(string prompt, string problem)
    {
        string file = _folder["prompt.txt"];
        await File.WriteAllTextAsync(file, prompt, TestContext.Current.CancellationToken);
        await StartAsync(("SummitBot:Model:PromptFile", file));

        Answer answer = await _bench!.AskAsync(ModelBench.HowMuch);

        _bench.AssertEmbedded(answer, ModelError.BadPrompt);
        Assert.Contains(problem, Assert.Single(await _bench.CheckModelsAsync()).Text, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task APromptThatIsCorrected_IsUsedAtTheNextQuestion()
    {
        string file = _folder["prompt.txt"];
        await File.WriteAllTextAsync(file, "{{$passages}}", TestContext.Current.CancellationToken);
        await StartAsync(("SummitBot:Model:PromptFile", file));
        Answer before = await _bench!.AskAsync(ModelBench.HowMuch);

        await File.WriteAllTextAsync(file, "{{$passages}} {{$question}}", TestContext.Current.CancellationToken);
        await _bench.AskAsync(ModelBench.HowMuch);

        Assert.Equal(ModelError.BadPrompt, before.ModelError);
        Assert.Contains(ModelBench.Cost, _server.Requests[0].GetText("user"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APromptOfMoreTokensThanAllowed_IsNotSent()
    {
        string file = _folder["prompt.txt"];
        string rules = string.Join(' ', Enumerable.Repeat("Speak like a pirate.", 400));
        await File.WriteAllTextAsync(
            file,
            $$$"""<message role="system">{{{rules}}}</message><message role="user">{{$passages}} {{$question}}</message>""",
            TestContext.Current.CancellationToken
        );
        await StartAsync(("SummitBot:Model:PromptFile", file), ("SummitBot:Model:MaxInputTokens", "900"));

        Answer answer = await _bench!.AskAsync(ModelBench.HowMuch);

        _bench.AssertEmbedded(answer, ModelError.TooLong);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task Passages_ArePackedIntoTheBudgetOfTokens_BestFirst()
    {
        string filler = string.Join(' ', Enumerable.Repeat("Grenmouth harbour gulls cry over the quay.", 60));
        await StartAsync(("SummitBot:Model:MaxInputTokens", "900"));
        _bench!.Build(
            ModelBench.Article("harbour-opens", "The new harbour opens", $"{ModelBench.Opening} {ModelBench.Cost}"),
            ModelBench.Article("gulls", "Gulls", filler),
            ModelBench.Article("lighthouse", "Lighthouse keeper retires", ModelBench.Retirement)
        );

        await _bench.AskAsync(ModelBench.HowMuch);

        string sent = _server.Requests[0].GetText("user");
        Assert.Contains(ModelBench.Cost, sent, StringComparison.Ordinal);
        Assert.True(sent.Length < 4_000, $"{sent.Length} characters were sent");
    }

    private async Task StartAsync(params (string Key, string Value)[] settings) =>
        _bench = await ModelBench.StartAsync([("SummitBot:Model:Endpoint", _server.Endpoint.ToString()), .. settings]);
}
