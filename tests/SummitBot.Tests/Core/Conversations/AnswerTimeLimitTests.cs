using Microsoft.Extensions.Time.Testing;
using SummitBot.Core.Questions;

namespace SummitBot.Tests.Core.Conversations;

public sealed class AnswerTimeLimitTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(10, 9)]
    [InlineData(100, 98)]
    public void AModel_StopsALittleBeforeTheLimit(int seconds, int modelSeconds)
    {
        using var limit = new AnswerTimeLimit(TimeSpan.FromSeconds(seconds), _time, CancellationToken.None);

        _time.Advance(TimeSpan.FromSeconds(modelSeconds - 0.1));
        Assert.False(limit.ModelToken.IsCancellationRequested);
        _time.Advance(TimeSpan.FromSeconds(0.2));
        Assert.True(limit.ModelToken.IsCancellationRequested);
        Assert.False(limit.Token.IsCancellationRequested);
        _time.Advance(TimeSpan.FromSeconds(seconds - modelSeconds));
        Assert.True(limit.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task Wait_WhenTheLimitHasPassed_SaysHowLongItWas()
    {
        using var limit = new AnswerTimeLimit(TimeSpan.FromSeconds(1.5), _time, CancellationToken.None);
        ValueTask<int> waiting = limit.WaitAsync(Never(limit.Token));

        _time.Advance(TimeSpan.FromSeconds(2));

        TimeoutException late = await Assert.ThrowsAsync<TimeoutException>(waiting.AsTask);
        Assert.Equal("No answer within 1.5 s.", late.Message);
    }

    [Fact]
    public async Task Wait_WhenTheCallerCancels_IsCancelled()
    {
        using var caller = new CancellationTokenSource();
        using var limit = new AnswerTimeLimit(TimeSpan.FromSeconds(1), _time, caller.Token);
        ValueTask<int> waiting = limit.WaitAsync(Never(limit.Token));

        await caller.CancelAsync();
        _time.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(waiting.AsTask);
    }

    [Fact]
    public void WithoutALimit_OnlyTheCallerEndsTheWork()
    {
        using var caller = new CancellationTokenSource();
        using var limit = new AnswerTimeLimit(null, _time, caller.Token);

        _time.Advance(TimeSpan.FromDays(1));
        Assert.False(limit.Token.IsCancellationRequested || limit.ModelToken.IsCancellationRequested);
        caller.Cancel();
        Assert.True(limit.Token.IsCancellationRequested && limit.ModelToken.IsCancellationRequested);
    }

    private static async ValueTask<int> Never(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return 0;
    }
}
