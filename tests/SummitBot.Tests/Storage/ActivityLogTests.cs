using SummitBot.Hosting.Activities;
using SummitBot.Tests.WriterProcess;

namespace SummitBot.Tests.Storage;

public abstract class ActivityLogTests(TestDatabase database) : StorageTests(database)
{
    public sealed class OnSqlite() : ActivityLogTests(new SqliteTestDatabase())
    {
        [Fact]
        public async Task KillingTheWriterAtAnyMoment_LosesNothingThatItSaidWasKept()
        {
            var random = new Random(11);
            var said = new List<string>();
            for (int kill = 0; kill < 8; kill++)
            {
                using OtherProcess writer = await OtherProcess.StartAsync("activities", Database.Address);
                int lines = random.Next(1, 60);
                for (int i = 0; i < lines; i++)
                {
                    said.Add(await writer.ReadLineAsync());
                }

                await writer.KillAsync();
                await CheckAsync(said);
            }
        }
    }

    public sealed class OnPostgres() : ActivityLogTests(new PostgresTestDatabase());

    [Fact]
    public async Task ReadAsync_GivesWhatCameAfterTheNumber_InOrder()
    {
        Assert.True(await Host.Activities.TryStartAsync("live", "visitor", Cancelled));
        Assert.Equal(1, (await Host.LogAsync("a")).Number);
        Assert.Equal(2, (await Host.LogAsync("b")).Number);
        Assert.Equal(3, (await Host.LogAsync("c")).Number);

        Assert.Equal(["a", "b", "c"], await Host.LoggedIdsAsync());
        Assert.Equal(["b"], await Host.LoggedIdsAsync(after: 1, count: 1));
        Assert.Empty(await Host.LoggedIdsAsync(after: 3));
        Assert.Empty(await Host.LoggedIdsAsync(conversation: "other"));
    }

    [Fact]
    public async Task FindAsync_AfterARestart_KnowsWhoTakesPartAndHowFarItGot()
    {
        Assert.Null(await Host.Activities.FindAsync("live", Cancelled));
        await Host.Activities.TryStartAsync("live", "visitor", Cancelled);
        Assert.False(await Host.Activities.TryStartAsync("live", "somebody else", Cancelled));
        await Host.LogAsync("a");
        await Host.LogAsync("b");
        Host.Dispose();

        StorageHost restarted = Open();

        Assert.Equal(
            new LoggedConversation("live", "visitor", 2, IsEnded: false),
            await restarted.Activities.FindAsync("live", Cancelled)
        );
        Assert.False(await restarted.Activities.TryStartAsync("live", "somebody else", Cancelled));
        Assert.Equal(3, (await restarted.LogAsync("c")).Number);
        await restarted.Activities.EndAsync("live", Cancelled);
        Assert.True((await restarted.Activities.FindAsync("live", Cancelled))!.IsEnded);
    }

    [Fact]
    public async Task AppendAsync_OfADuplicate_GivesThePreviousOne()
    {
        await Host.Activities.TryStartAsync("live", "visitor", Cancelled);
        await Host.Activities.TryStartAsync("other", "visitor", Cancelled);
        LoggedActivity first = await Host.LogAsync("a", clientId: "client-1");

        LoggedActivity second = await Host.LogAsync("b", clientId: "client-1");
        LoggedActivity elsewhere = await Host.LogAsync("b", clientId: "client-1", conversation: "other");

        Assert.Equal(first, second);
        Assert.Equal("b", elsewhere.Id);
        Assert.Equal(["a"], await Host.LoggedIdsAsync());
    }

    [Fact]
    public async Task AppendAsync_FromTwoProcesses_NumbersEachActivityOnce()
    {
        using OtherProcess one = await OtherProcess.StartAsync("activities", Database.Address);
        using OtherProcess two = await OtherProcess.StartAsync("activities", Database.Address);
        var said = new List<string>();
        for (int i = 0; i < 200; i++)
        {
            said.Add(await one.ReadLineAsync());
            said.Add(await two.ReadLineAsync());
        }

        await Task.WhenAll(one.KillAsync(), two.KillAsync());

        await CheckAsync(said);
    }

    /// <summary>Opens the database as a fresh process would.</summary>
    private async Task CheckAsync(IReadOnlyList<string> said)
    {
        using StorageHost host = Open();
        IReadOnlyList<LoggedActivity> kept = await host.Activities.ReadAsync(
            ActivityWriter.Conversation,
            0,
            int.MaxValue,
            Cancelled
        );
        Assert.Equal(Enumerable.Range(1, kept.Count).Select(n => (long)n), kept.Select(a => a.Number));
        Assert.Empty(said.Except(kept.Select(a => $"{a.Number} {a.Id}"), StringComparer.Ordinal));
        Assert.Empty(host.Logs.Lines);
    }
}
