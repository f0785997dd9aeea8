using Microsoft.Extensions.Time.Testing;
using SummitBot.Bot.Connector.Rates;

namespace SummitBot.Tests.Bot.Connector;

public sealed class ConversationRatesTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private ConversationRates Rates => field ??= new ConversationRates(_time);

    [Fact]
    public async Task ManySends_LeaveAsFastAsEveryWindowAllows_AndNoFaster()
    {
        // Without a context, what waits goes on before Advance returns.
        SynchronizationContext.SetSynchronizationContext(null);
        var left = new List<TimeSpan>();
        DateTimeOffset start = _time.GetUtcNow();
        Task<bool>[] sends = [.. Enumerable.Range(0, 150).Select(_ => AskAsync("a"))];
        int done = 0;
        for (int i = 0; i < 100_000 && done < 60 + 60; i++)
        {
            int now = sends.TakeWhile(s => s.IsCompleted).Count();
            left.AddRange(Enumerable.Repeat(_time.GetUtcNow() - start, now - done));
            done = now;
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(TimeSpan.Zero, left[6]);
        Assert.Equal(TimeSpan.FromSeconds(1), left[7]);
        Assert.Equal(TimeSpan.FromSeconds(30), left[60]);
        foreach ((int count, TimeSpan length) in ConversationRates.Windows)
        {
            Assert.All(
                Enumerable.Range(0, Math.Max(0, left.Count - count)),
                i => Assert.True(left[i + count] - left[i] >= length, $"{count} in {length} at {i}")
            );
        }
    }

    [Fact]
    public async Task AChannelThatAsksForPatience_HoldsBackAllOfTheConversation_InItsOrder_AndNoOther()
    {
        SynchronizationContext.SetSynchronizationContext(null);
        Task<bool>[] first = [.. Enumerable.Range(0, 9).Select(_ => AskAsync("a"))];
        Assert.Equal(7, first.Count(s => s.IsCompleted));

        Rates.Pause("a", TimeSpan.FromSeconds(20));
        Task<bool> later = AskAsync("a");
        Assert.True(AskAsync("b").IsCompletedSuccessfully);
        _time.Advance(TimeSpan.FromSeconds(19));
        Assert.Equal([7, 0], [first.Count(s => s.IsCompleted), later.IsCompleted ? 1 : 0]);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([true, false], [first[7].IsCompleted, first[8].IsCompleted]);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.True(await first[8] && await later);
    }

    [Fact]
    public async Task APatienceThatNobodyHas_TurnsWaitingSendsAway()
    {
        SynchronizationContext.SetSynchronizationContext(null);
        Task<bool>[] sends = [.. Enumerable.Range(0, 8).Select(_ => AskAsync("a"))];

        Rates.Pause("a", TimeSpan.FromMinutes(5));
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.False(await sends[7]);
        Assert.False(await AskAsync("a"));
    }

    [Fact]
    public async Task ASendThatIsGivenUp_CountsNoMore()
    {
        SynchronizationContext.SetSynchronizationContext(null);
        using var stop = new CancellationTokenSource();
        Task<bool>[] sends = [.. Enumerable.Range(0, 7).Select(_ => AskAsync("a"))];
        Task<bool> givenUp = Rates.WaitAsync("a", stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);

        Task<bool> next = AskAsync("a");
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(next.IsCompletedSuccessfully);
        Assert.All(sends, s => Assert.True(s.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task ConversationsDoNotSlowEachOther()
    {
        for (int i = 0; i < 1_000; i++)
        {
            Assert.True(
                await AskAsync($"conversation-{i}")
                    .WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken)
            );
        }
    }

    [Fact]
    public async Task ASendThatWouldWaitLongerThanAMinute_IsTurnedAway()
    {
        Task<bool>[] sends = [.. Enumerable.Range(0, 200).Select(_ => AskAsync("a"))];

        int turnedAway = 0;
        foreach (Task<bool> send in sends.Where(s => s.IsCompleted))
        {
            turnedAway += await send ? 0 : 1;
        }

        // 60 at once and in the first 30 s, 60 from then on, and the first few of the next 30 s.
        Assert.InRange(turnedAway, 200 - 128, 200 - 120);
    }

    [Fact]
    public async Task AConversationSilentForAnHour_IsForgotten()
    {
        await AskAsync("a");
        await AskAsync("b");
        _time.Advance(TimeSpan.FromMinutes(61));
        await AskAsync("c");

        Assert.Equal(1, Rates.Count);
    }

    [Fact]
    public async Task NoMoreThan1800Sends_LeaveInAnHour()
    {
        int left = 0;
        DateTimeOffset start = _time.GetUtcNow();
        for (int second = 0; second < 3_600; second++)
        {
            left += await AskAsync("a").WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken)
                ? 1
                : 0;
            _time.Advance(TimeSpan.FromSeconds(1));
            if (left == 1_800)
            {
                break;
            }
        }

        _time.Advance(start + TimeSpan.FromMinutes(50) - _time.GetUtcNow());
        Assert.False(await AskAsync("a"));
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.True(await AskAsync("a"));
    }

    private Task<bool> AskAsync(string conversation) =>
        Rates.WaitAsync(conversation, TestContext.Current.CancellationToken);
}
