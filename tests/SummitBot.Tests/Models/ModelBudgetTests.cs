using Microsoft.Extensions.Time.Testing;
using SummitBot.Core.Answers;
using SummitBot.Core.Models;
using SummitBot.Core.Questions;

namespace SummitBot.Tests.Models;

/// <summary>What models may cost: when it is spent, people get the embedded answer and no request is sent.</summary>
public sealed class ModelBudgetTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private ModelBench? _bench;

    public async ValueTask DisposeAsync()
    {
        if (_bench is not null)
        {
            await _bench.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("ConversationRequests", "2")]
    [InlineData("UserRequests", "2")]
    [InlineData("DayRequests", "2")]
    [InlineData("ConversationTokens", "800")]
    [InlineData("UserTokens", "800")]
    [InlineData("DayTokens", "800")]
    public async Task ASpentLimit_GivesTheEmbeddedAnswer_UntilTheNextDay(string limit, string value)
    {
        ModelBench bench = await StartAsync(($"SummitBot:Model:{limit}", value));
        await bench.AskAsync(Asked());
        await bench.AskAsync(Asked());

        Answer third = await bench.AskAsync(Asked());
        int requests = bench.Server.Requests.Count;
        _time.Advance(TimeSpan.FromDays(1));
        Answer tomorrow = await bench.AskAsync(Asked());

        bench.AssertEmbedded(third, ModelError.BudgetSpent);
        Assert.Null(third.Usage);
        Assert.Equal(2, requests);
        Assert.Equal(ModelServer.ModelName, tomorrow.Writer);
    }

    [Theory]
    [InlineData("ConversationRequests")]
    [InlineData("UserRequests")]
    public async Task ASpentLimit_HoldsForThatConversationOrPersonAlone(string limit)
    {
        ModelBench bench = await StartAsync(($"SummitBot:Model:{limit}", "1"));
        await bench.AskAsync(Asked());

        Answer same = await bench.AskAsync(Asked());
        Answer another = await bench.AskAsync(Asked() with { ConversationId = "c2", UserId = "u2" });

        Assert.Equal(ModelError.BudgetSpent, same.ModelError);
        Assert.Equal(ModelServer.ModelName, another.Writer);
    }

    [Fact]
    public async Task Money_IsEstimatedByThePrices_AndLimitsTheDay()
    {
        ModelBench bench = await StartAsync(
            ("SummitBot:Model:InputPrice", "2.5"),
            ("SummitBot:Model:OutputPrice", "10"),
            ("SummitBot:Model:DayCost", "0.003")
        );

        Answer first = await bench.AskAsync(Asked());
        await bench.AskAsync(Asked());
        Answer third = await bench.AskAsync(Asked());

        // 700 tokens at 2.50 and 40 at 10 for a million.
        Assert.Equal(0.00215m, first.Usage!.Cost);
        bench.AssertEmbedded(third, ModelError.BudgetSpent);
    }

    [Fact]
    public async Task ARewritingThatIsGivenUp_IsCharged()
    {
        ModelBench bench = await StartAsync(("SummitBot:Model:ConversationTokens", "20"));
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Server.Reply(
            async (context, _) =>
            {
                sent.SetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
        );
        Task<Answer> asking = bench.AskAsync(
            Asked() with
            {
                Conversation = [new(Speaker.User, "When did the harbour of Grenmouth open?")],
                TimeLimit = TimeSpan.FromSeconds(2),
            }
        );
        await sent.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(2));
        await asking;

        Answer next = await bench.AskAsync(Asked());

        bench.AssertEmbedded(next, ModelError.BudgetSpent);
        Assert.Single(bench.Server.Requests);
    }

    private static Question Asked() => new(ModelBench.HowMuch) { ConversationId = "c1", UserId = "u1" };

    private async Task<ModelBench> StartAsync(params (string Key, string Value)[] settings)
    {
        _bench = await ModelBench.StartAsync(_time, [], settings);
        _bench.Server.Reply(ModelReplies.From(r => ModelAnswerTests.Cited(r, ModelBench.Cost, "48 million")));
        return _bench;
    }
}
