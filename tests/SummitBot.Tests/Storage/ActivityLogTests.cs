using SummitBot.Hosting.Activities;
using SummitBot.Tests.WriterProcess;

namespace SummitBot.Tests.Storage;

public sealed class ActivityLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StorageHost _host;

    public ActivityLogTests() => _host = new StorageHost(_folder["bot.db"]);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task ReadAsync_GivesWhatCameAfterTheNumber_InOrder()
    {
        Assert.True(await _host.Activities.TryStartAsync("live", "visitor", Cancelled));
        Assert.Equal(1, (await _host.LogAsync("a")).Number);
        Assert.Equal(2, (await _host.LogAsync("b")).Number);
        Assert.Equal(3, (await _host.LogAsync("c")).Number);

        Assert.Equal(["a", "b", "c"], await _host.LoggedIdsAsync());
        Assert.Equal(["b"], await _host.LoggedIdsAsync(after: 1, count: 1));
        Assert.Empty(await _host.LoggedIdsAsync(after: 3));
        Assert.Empty(await _host.LoggedIdsAsync(conversation: "other"));
    }

    [Fact]
    public async Task FindAsync_AfterARestart_KnowsWhoTakesPartAndHowFarItGot()
    {
        Assert.Null(await _host.Activities.FindAsync("live", Cancelled));
        await _host.Activities.TryStartAsync("live", "visitor", Cancelled);
        Assert.False(await _host.Activities.TryStartAsync("live", "somebody else", Cancelled));
        await _host.LogAsync("a");
        await _host.LogAsync("b");
        _host.Dispose();

        using var restarted = new StorageHost(_folder["bot.db"]);

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
        await _host.Activities.TryStartAsync("live", "visitor", Cancelled);
        await _host.Activities.TryStartAsync("other", "visitor", Cancelled);
        LoggedActivity first = await _host.LogAsync("a", clientId: "client-1");

        LoggedActivity second = await _host.LogAsync("b", clientId: "client-1");
        LoggedActivity elsewhere = await _host.LogAsync("b", clientId: "client-1", conversation: "other");

        Assert.Equal(first, second);
        Assert.Equal("b", elsewhere.Id);
        Assert.Equal(["a"], await _host.LoggedIdsAsync());
    }

    [Fact]
    public async Task AppendAsync_FromTwoProcesses_NumbersEachActivityOnce()
    {
        string path = _folder["shared.db"];
        using OtherProcess one = await OtherProcess.StartAsync("activities", path);
        using OtherProcess two = await OtherProcess.StartAsync("activities", path);
        var said = new List<string>();
        for (int i = 0; i < 200; i++)
        {
            said.Add(await one.ReadLineAsync());
            said.Add(await two.ReadLineAsync());
        }

        await Task.WhenAll(one.KillAsync(), two.KillAsync());

        await CheckAsync(path, said);
    }

    [Fact]
    public async Task KillingTheWriterAtAnyMoment_LosesNothingThatItSaidWasKept()
    {
        string path = _folder["killed.db"];
        var random = new Random(11);
        var said = new List<string>();
        for (int kill = 0; kill < 8; kill++)
        {
            using OtherProcess writer = await OtherProcess.StartAsync("activities", path);
            int lines = random.Next(1, 60);
            for (int i = 0; i < lines; i++)
            {
                said.Add(await writer.ReadLineAsync());
            }

            await writer.KillAsync();
            await CheckAsync(path, said);
        }
    }

    /// <summary>Opens the database as a fresh process would.</summary>
    private static async Task CheckAsync(string path, IReadOnlyList<string> said)
    {
        using var host = new StorageHost(path);
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
