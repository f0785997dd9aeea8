using SummitBot.Core.Diagnosis;

namespace SummitBot.Tests.Models;

/// <summary>The findings of the model check, and how to fix the problems.</summary>
public sealed class ModelSelfCheckTests : IAsyncDisposable
{
    private ModelBench? _bench;

    public async ValueTask DisposeAsync()
    {
        if (_bench is not null)
        {
            await _bench.DisposeAsync();
        }
    }

    [Fact]
    public async Task AModelThatAnswers_IsOk_WithTheTimeItTook()
    {
        ModelBench bench = await StartAsync();
        bench.Server.ReplyText("The harbour of Grenmouth opened on 4 May 2021. [1]");

        Finding finding = Assert.Single(await bench.CheckModelsAsync());

        Assert.Equal(FindingLevel.Ok, finding.Level);
        Assert.Matches(
            @"^test-model \(OpenAICompatible, http://127\.0\.0\.1:\d+\) answered in \d+\.\d s",
            finding.Text
        );
    }

    [Theory]
    [InlineData("It must have been some time in spring. [1]")]
    [InlineData("NO_ANSWER")]
    public async Task AModelThatAnswersFreely_IsAWarning(string reply)
    {
        ModelBench bench = await StartAsync();
        bench.Server.ReplyText(reply);

        Finding finding = Assert.Single(await bench.CheckModelsAsync());

        Assert.Equal(FindingLevel.Warning, finding.Level);
        Assert.Contains("a larger model does better", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AModelThatTheServerDoesNotHave_IsNamedBesideThoseThatItHas()
    {
        ModelBench bench = await StartAsync(("SummitBot:Model:Name", "no-such-model"));
        bench.Server.Reply(ModelReplies.Status(404));

        Finding full = Assert.Single(await bench.CheckModelsAsync());
        Finding free = Assert.Single(await bench.CheckModelsAsync(SelfCheckDepth.Free));

        Assert.Equal(full, free);
        Assert.Equal(FindingLevel.Error, full.Level);
        Assert.Contains(
            "has no such model (it has test-model): correct SummitBot:Model:Name.",
            full.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AWrongKey_IsSaidWithoutTheKey()
    {
        ModelBench bench = await StartAsync(("SummitBot:Model:ApiKey", "sk-wrong-0123456789"));

        Finding finding = Assert.Single(await bench.CheckModelsAsync());

        Assert.Equal(FindingLevel.Error, finding.Level);
        Assert.Contains("SummitBot__Model__ApiKey", finding.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-wrong", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServerThatIsNotThere_IsAnError_AndTheFallbackIsCheckedToo()
    {
        await using ModelServer second = await ModelServer.StartAsync();
        second.ReplyText("The harbour of Grenmouth opened on 4 May 2021. [1]");
        ModelBench bench = await StartAsync(
            ("SummitBot:Model:Provider", "ollama"),
            ("SummitBot:Model:Endpoint", "http://127.0.0.1:1"),
            ("SummitBot:Model:Fallbacks:0:Provider", "openAICompatible"),
            ("SummitBot:Model:Fallbacks:0:Name", ModelServer.ModelName),
            ("SummitBot:Model:Fallbacks:0:Endpoint", second.Endpoint.ToString()),
            ("SummitBot:Model:Fallbacks:0:ApiKey", ModelServer.Key)
        );

        IReadOnlyList<Finding> findings = await bench.CheckModelsAsync();

        Assert.Equal([FindingLevel.Error, FindingLevel.Ok], findings.Select(f => f.Level));
        Assert.Contains("`ollama serve`", findings[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheFreeCheck_AsksNoQuestion_AndTellsHowTheLastAnswerWent()
    {
        ModelBench bench = await StartAsync(("SummitBot:Model:Retries", "0"));
        bench.Server.Reply(ModelReplies.Status(500));

        Finding before = Assert.Single(await bench.CheckModelsAsync(SelfCheckDepth.Free));
        int requests = bench.Server.Requests.Count;
        await bench.AskAsync(ModelBench.HowMuch);
        Finding after = Assert.Single(await bench.CheckModelsAsync(SelfCheckDepth.Free));

        Assert.Equal((FindingLevel.Ok, 0), (before.Level, requests));
        Assert.Equal(FindingLevel.Warning, after.Level);
        Assert.Contains("Unreachable", after.Text, StringComparison.Ordinal);
    }

    private async Task<ModelBench> StartAsync(params (string Key, string Value)[] settings) =>
        _bench = await ModelBench.StartAsync(settings);
}
