using System.Collections.Concurrent;
using SummitBot.Core.Storage;
using SummitBot.Hosting.Activities;
using SummitBot.Hosting.Hosts;

namespace SummitBot.Tests.Storage;

/// <summary>What hosts of one PostgreSQL database share beside the stores.</summary>
public sealed class SharedHostsTests() : StorageTests(new PostgresTestDatabase())
{
    [Fact]
    public async Task ASignal_ReachesTheOtherHosts_WholeAndInOrder_AndNotItsSender()
    {
        StorageHost other = Open();
        var heard = new ConcurrentQueue<string>();
        var own = new ConcurrentQueue<string>();
        var listening = new SemaphoreSlim(0);
        other.Signals.SubscribeToGaps(() => listening.Release());
        other.Signals.Subscribe("topic", heard.Enqueue);
        Host.Signals.Subscribe("topic", own.Enqueue);
        Assert.True(await listening.WaitAsync(TimeSpan.FromSeconds(20), Cancelled));
        string[] said =
        [
            "short",
            "",
            "a b 🚢 \0 \"\\",
            new string('ä', 50_000),
            .. Enumerable.Range(0, 200).Select(i => $"{i}"),
        ];

        foreach (string text in said)
        {
            Host.Signals.Publish("topic", text);
            Host.Signals.Publish("another topic", text);
        }

        await UntilAsync(() => heard.Count >= said.Length);
        Assert.Equal(said, heard);
        Assert.Empty(own);
    }

    [Fact]
    public async Task TheClockOfTheDatabase_HoldsForHostsWhoseOwnClocksDiffer()
    {
        StorageHost late = Open();
        late.Time.Advance(TimeSpan.FromMinutes(7));
        await Host.Activities.FindAsync("any", Cancelled);
        await late.Activities.FindAsync("any", Cancelled);

        Assert.Equal(StorageHost.Start, Host.Clock.GetUtcNow());
        Assert.Equal(StorageHost.Start, late.Clock.GetUtcNow());
    }

    [Fact]
    public async Task ALimit_HoldsForAllHostsTogether_AndIsGivenBackOverItsWindow()
    {
        StorageHost other = Open();
        SharedLimit[] limits = [new("visitor", 2, TimeSpan.FromMinutes(1)), new("total", 100, TimeSpan.FromMinutes(1))];

        Assert.Null(await Host.Limits.TryTakeAsync(limits, Cancelled));
        Assert.Null(await other.Limits.TryTakeAsync(limits, Cancelled));
        Assert.Equal(TimeSpan.FromSeconds(30), await other.Limits.TryTakeAsync(limits, Cancelled));
        Assert.Null(await other.Limits.TryTakeAsync([limits[1] with { Cost = 98 }], Cancelled));
        Assert.NotNull(await other.Limits.TryTakeAsync([limits[1]], Cancelled));

        Host.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(await other.Limits.TryTakeAsync(limits, Cancelled));
        Assert.NotNull(await Host.Limits.TryTakeAsync(limits, Cancelled));
    }

    [Fact]
    public async Task ALease_IsWithOneHost_UntilThatNoLongerRenewsIt()
    {
        StorageHost other = Open();
        TimeSpan nearlyAll = Host.Lease.Duration - TimeSpan.FromMilliseconds(1);

        Assert.True(await Host.Lease.TryHoldAsync("work", Cancelled));
        Assert.False(await other.Lease.TryHoldAsync("work", Cancelled));
        Assert.True(await other.Lease.TryHoldAsync("other work", Cancelled));
        // Renewed, it begins again.
        Host.Advance(nearlyAll);
        Assert.True(await Host.Lease.TryHoldAsync("work", Cancelled));
        Host.Advance(nearlyAll);
        Assert.False(await other.Lease.TryHoldAsync("work", Cancelled));

        Host.Advance(TimeSpan.FromMilliseconds(2));
        Assert.True(await other.Lease.TryHoldAsync("work", Cancelled));
        Assert.False(await Host.Lease.TryHoldAsync("work", Cancelled));

        await Host.Lease.ReleaseAsync("work", Cancelled);
        Assert.False(await Host.Lease.TryHoldAsync("work", Cancelled));
        await other.Lease.ReleaseAsync("work", Cancelled);
        Assert.True(await Host.Lease.TryHoldAsync("work", Cancelled));
    }

    [Fact]
    public async Task OfHostsThatWantALeaseAtOnce_OneGetsIt()
    {
        StorageHost[] hosts = [Host, Open(), Open(), Open()];
        for (int round = 0; round < 10; round++)
        {
            bool[] held = await Task.WhenAll(hosts.Select(h => h.Lease.TryHoldAsync($"work {round}", Cancelled)));

            Assert.Single(held, true);
        }
    }

    [Fact]
    public async Task AHostWithAFileOfItsOwn_AlwaysHoldsTheLease()
    {
        using var folder = new TemporaryFolder();
        using var alone = new StorageHost(folder["summitbot.db"]);

        Assert.True(await alone.Lease.TryHoldAsync("work", Cancelled));
        Assert.Equal(Timeout.InfiniteTimeSpan, alone.Lease.Duration);
    }

    [Fact]
    public async Task WhileTheServerIsAway_CallersWait_AndNothingIsLost()
    {
        using PostgresServer server = PostgresServer.Start();
        using var host = new StorageHost([
            ("Provider", "postgres"),
            ("ConnectionString", server.ConnectionString("postgres")),
            ("BusySeconds", "30"),
        ]);
        await host.Activities.TryStartAsync("live", "visitor", Cancelled);
        await host.LogAsync("before");

        server.Kill();
        Task<LoggedActivity> during = host.LogAsync("during");
        server.Resume();

        Assert.Equal(2, (await during).Number);
        Assert.Equal(["before", "during"], await host.LoggedIdsAsync());
    }

    [Fact]
    public async Task AServerThatIsNotThere_IsToldSo_WithoutThePassword()
    {
        using var host = new StorageHost([
            ("Provider", "postgres"),
            ("ConnectionString", "Host=/nowhere;Username=summitbot;Password=open-sesame;Database=chats"),
            ("BusySeconds", "1"),
        ]);

        var thrown = await Assert.ThrowsAsync<StorageUnavailableException>(() => host.LogAsync("a"));

        Assert.Contains("start PostgreSQL", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("chats on /nowhere", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("open-sesame", thrown.ToString(), StringComparison.Ordinal);
        // Conversations go on in memory, as with a file.
        await host.AskAsync("one?");
        Assert.Equal(["one?"], await host.RecentQuestionsAsync());
    }

    private static async Task UntilAsync(Func<bool> isTrue)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!isTrue())
        {
            await Task.Delay(10, limit.Token);
        }
    }
}
