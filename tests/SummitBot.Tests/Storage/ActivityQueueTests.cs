using SummitBot.Hosting.Hosts;

namespace SummitBot.Tests.Storage;

public abstract class ActivityQueueTests(TestDatabase database) : StorageTests(database)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    public sealed class OnSqlite() : ActivityQueueTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : ActivityQueueTests(new PostgresTestDatabase());

    [Fact]
    public async Task WhatAHostTakesIn_IsItsOwn_AndASecondDeliveryIsKnownEverywhere()
    {
        StorageHost other = Open();

        Assert.Equal(EnqueueOutcome.Own, await EnqueueAsync(Host, "a"));
        Assert.Equal(EnqueueOutcome.Duplicate, await EnqueueAsync(Host, "a"));
        Assert.Equal(EnqueueOutcome.Duplicate, await EnqueueAsync(other, "a"));
        Assert.Empty(await TakeAsync(Host));
        Assert.Empty(await TakeAsync(other));
    }

    [Fact]
    public async Task ADelivery_IsForgottenAfterAQuarterOfAnHour()
    {
        await EnqueueAsync(Host, "a");
        Host.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(EnqueueOutcome.Duplicate, await EnqueueAsync(Host, "a"));
        Host.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(EnqueueOutcome.Own, await EnqueueAsync(Host, "a"));
    }

    [Fact]
    public async Task AConversation_StaysWithTheHostThatAnswersIt()
    {
        StorageHost other = Open();
        EnqueuedActivity first = await Host.Queue.EnqueueAsync(Activity("a"), 100, Cancelled);

        Assert.Equal(EnqueueOutcome.ForAnotherHost, await EnqueueAsync(other, "b"));
        Assert.Equal(EnqueueOutcome.Own, await EnqueueAsync(other, "c", conversation: "two"));
        Assert.Equal(["b"], await TakeAsync(Host));
        Assert.Empty(await TakeAsync(Host));

        await Host.Queue.CompleteAsync(first.Number, Cancelled);
        Assert.Equal(EnqueueOutcome.ForAnotherHost, await EnqueueAsync(other, "d"));
    }

    [Fact]
    public async Task WhatALostHostOwned_GoesToAnother_InOrderAndOnce()
    {
        StorageHost other = Open();
        StorageHost third = Open();
        await EnqueueAsync(Host, "a");
        await EnqueueAsync(Host, "b");
        await EnqueueAsync(Host, "x", conversation: "two");
        Host.Advance(Lease / 2);
        Assert.Empty(await TakeAsync(other));

        Host.Advance(Lease);
        Assert.Equal(["a", "b", "x"], await TakeAsync(other));
        Assert.Empty(await TakeAsync(third));
        Assert.Equal(EnqueueOutcome.ForAnotherHost, await EnqueueAsync(Host, "c"));
        Assert.Equal(["c"], await TakeAsync(other));
    }

    [Fact]
    public async Task AHostThatTakes_KeepsItsLease()
    {
        StorageHost other = Open();
        await EnqueueAsync(Host, "a");
        for (int i = 0; i < 5; i++)
        {
            Host.Advance(Lease / 2);
            Assert.Empty(await TakeAsync(Host));
        }

        Assert.Empty(await TakeAsync(other));
    }

    [Fact]
    public async Task AHostThatLostItsLease_MayNotSendAnyMore()
    {
        StorageHost other = Open();
        long number = (await Host.Queue.EnqueueAsync(Activity("a"), 100, Cancelled)).Number;
        Assert.Null(await Host.Queue.FindSentAsync(number, 1, Cancelled));
        await Host.Queue.MarkSentAsync(number, 1, "message-1", Cancelled);
        Host.Advance(2 * Lease);
        await TakeAsync(other);

        await Assert.ThrowsAsync<LeaseLostException>(() => Host.Queue.FindSentAsync(number, 2, Cancelled));
        await Host.Queue.CompleteAsync(number, Cancelled);
        Assert.Equal("message-1", await other.Queue.FindSentAsync(number, 1, Cancelled));
        Assert.Null(await other.Queue.FindSentAsync(number, 2, Cancelled));
    }

    [Fact]
    public async Task WhatEndsEveryHost_IsGivenUpAfterThreeOfThem()
    {
        await EnqueueAsync(Host, "poison");
        for (int i = 0; i < 2; i++)
        {
            Host.Advance(2 * Lease);
            Assert.Equal(["poison"], await TakeAsync(Open()));
        }

        Host.Advance(2 * Lease);
        StorageHost last = Open();
        Assert.Empty(await TakeAsync(last));
        Assert.Contains(last.Logs.Lines, l => l.Text.Contains("given up", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatSomebodyWaitedFor_IsNotAnsweredByAnother_AndMayComeAgain()
    {
        StorageHost other = Open();
        await Host.Queue.EnqueueAsync(Activity("a") with { IsAwaited = true }, 100, Cancelled);
        Host.Advance(2 * Lease);

        Assert.Empty(await TakeAsync(other));
        Assert.Equal(EnqueueOutcome.Own, await EnqueueAsync(other, "a"));
    }

    [Fact]
    public async Task TooMany_AreNotTakenIn_AndWhatIsWithdrawnMayComeAgain()
    {
        long number = (await Host.Queue.EnqueueAsync(Activity("a"), 1, Cancelled)).Number;
        Assert.Equal(EnqueueOutcome.Full, (await Host.Queue.EnqueueAsync(Activity("b"), 1, Cancelled)).Outcome);

        await Host.Queue.WithdrawAsync(number, Cancelled);
        Assert.Equal(EnqueueOutcome.Own, (await Host.Queue.EnqueueAsync(Activity("a"), 1, Cancelled)).Outcome);
    }

    [Fact]
    public async Task ManyHostsAtOnce_TakeEachActivityInOnce_AndOneOwnsEachConversation()
    {
        StorageHost[] hosts = [Host, Open(), Open()];
        const int Activities = 60;

        EnqueueOutcome[] outcomes = await Task.WhenAll(
            from i in Enumerable.Range(0, Activities)
            from host in hosts
            select Task.Run(() => EnqueueAsync(host, $"{i}", conversation: $"{i % 5}"), Cancelled)
        );

        Assert.Equal(Activities, outcomes.Count(o => o != EnqueueOutcome.Duplicate));
        int left = outcomes.Count(o => o == EnqueueOutcome.ForAnotherHost);
        int taken = 0;
        foreach (StorageHost host in hosts)
        {
            taken += (await TakeAsync(host)).Count;
        }

        Assert.Equal(left, taken);
    }

    private static AcceptedActivity Activity(string key, string conversation = "one") =>
        new(key, "directline", conversation, "visitor", $"payload of {key} \0 \ud83d", IsAwaited: false);

    private static async Task<EnqueueOutcome> EnqueueAsync(StorageHost host, string key, string conversation = "one") =>
        (await host.Queue.EnqueueAsync(Activity(key, conversation), 1_000, Cancelled)).Outcome;

    private static async Task<IReadOnlyList<string>> TakeAsync(StorageHost host) =>
        [.. (await host.Queue.TakeAsync(Cancelled)).Select(t => t.Key)];
}
