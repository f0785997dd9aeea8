using Microsoft.Data.Sqlite;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Core.Storage;
using SummitBot.Hosting.Activities;

namespace SummitBot.Tests.Storage;

/// <summary>A failing database: operators are told how to fix it, and the bot continues.</summary>
public sealed class DatabaseErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["bot.db"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task APathThatIsAFolder_IsToldSo()
    {
        using var host = new StorageHost(_folder.FullPath);
        await AssertErrorAsync(host, StorageError.BadPath, "SummitBot:Storage:Path");
    }

    [Fact]
    public async Task APathBelowAFile_IsToldSo()
    {
        File.WriteAllText(Path, "a file");
        using var host = new StorageHost(System.IO.Path.Combine(Path, "bot.db"));
        await AssertErrorAsync(host, StorageError.BadPath, "name a file");
    }

    [Fact]
    public async Task DisposedWhileOthersWrite_WaitsForTheOneWhoseTurnItIs_AndTellsTheRest()
    {
        for (int round = 0; round < 30; round++)
        {
            var host = new StorageHost(Path);
            Task[] writes =
            [
                .. Enumerable.Range(0, 6).Select(i => Task.Run(() => host.AskAsync([$"question {i}?"]), Cancelled)),
            ];
            await Task.WhenAny(writes);

            host.Dispose();

            // No write hangs forever, and no other exception is thrown.
            foreach (Task write in writes)
            {
                Exception? told = await Record.ExceptionAsync(() =>
                    write.WaitAsync(TimeSpan.FromMinutes(1), Cancelled)
                );
                Assert.True(told is null or ObjectDisposedException, told?.ToString());
            }
        }
    }

    [Fact]
    public async Task AFileThatIsNoDatabase_IsLeftAsItIs()
    {
        string text = string.Concat(Enumerable.Repeat("Dear diary, ", 1000));
        File.WriteAllText(Path, text);
        using var host = new StorageHost(Path);
        await AssertErrorAsync(host, StorageError.Damaged, "move the file away");
        Assert.Equal(text, File.ReadAllText(Path));
    }

    [Fact]
    public async Task ADatabaseWithDamagedPages_IsToldSo_AndANewOneIsMadeOnceItIsMovedAway()
    {
        using (var host = new StorageHost(Path))
        {
            await host.AskAsync(Enumerable.Range(0, 100).Select(i => $"question {i}?"));
        }

        byte[] bytes = File.ReadAllBytes(Path);
        new Random(3).NextBytes(bytes.AsSpan(4096));
        File.WriteAllBytes(Path, bytes);
        using var damaged = new StorageHost(Path);
        await AssertErrorAsync(damaged, StorageError.Damaged, "recover");

        File.Delete(Path);
        damaged.Time.Advance(TimeSpan.FromMinutes(1));
        await damaged.AskAsync("new?");

        Assert.Contains("new?", await damaged.RecentQuestionsAsync());
        Assert.Contains(damaged.Logs.Lines, l => l.Text.Contains("in the database again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADatabaseOfAnotherProgram_IsLeftAsItIs()
    {
        await ExecuteAsync("CREATE TABLE bookmark (url TEXT)");
        using var host = new StorageHost(Path);
        await AssertErrorAsync(host, StorageError.Foreign, "another program");
        await ExecuteAsync("INSERT INTO bookmark VALUES ('https://example.org')");
    }

    [Fact]
    public async Task ADatabaseOfALaterVersion_IsLeftAsItIs()
    {
        using (var host = new StorageHost(Path))
        {
            await host.AskAsync("kept?");
        }

        object? version;
        await using (SqliteConnection connection = await OpenAsync())
        await using (SqliteCommand command = connection.CreateCommand())
        {
            command.CommandText = "PRAGMA user_version";
            version = await command.ExecuteScalarAsync(Cancelled);
        }

        await ExecuteAsync("PRAGMA user_version = 4711");
        using (var host = new StorageHost(Path))
        {
            await AssertErrorAsync(host, StorageError.LaterVersion, "later version");
        }

        await ExecuteAsync($"PRAGMA user_version = {version}");
        using var again = new StorageHost(Path);
        Assert.Equal(["kept?"], await again.RecentQuestionsAsync());
    }

    [Fact]
    public async Task ADatabaseThatAnotherProcessHolds_IsToldSo_AndUsedOnceItIsFree()
    {
        using var host = new StorageHost(Path, ("BusySeconds", "1"));
        await host.AskAsync("one?");
        await using (SqliteConnection other = await OpenAsync())
        {
            await using SqliteTransaction writing = other.BeginTransaction(deferred: false);
            await AssertErrorAsync(host, StorageError.Busy, "BusySeconds");
        }

        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.AskAsync("two?");
        using var restarted = new StorageHost(Path);
        Assert.Equal(["one?", "two?"], await restarted.RecentQuestionsAsync());
    }

    [Fact]
    public async Task AReadOnlyDisk_IsToldSo()
    {
        await using Tmpfs disk = await Tmpfs.MountAsync(megabytes: 4);
        string path = System.IO.Path.Combine(disk.FullPath, "data", "bot.db");
        using (var host = new StorageHost(path))
        {
            await host.AskAsync("one?");
        }

        await disk.MakeReadOnlyAsync();
        using var readOnly = new StorageHost(path);
        await AssertErrorAsync(readOnly, StorageError.ReadOnly, "allow writing");
        using var none = new StorageHost(System.IO.Path.Combine(disk.FullPath, "none", "bot.db"));
        await AssertErrorAsync(none, StorageError.ReadOnly, "allow writing");
    }

    [Fact]
    public async Task AFullDisk_IsReported_AndTheDatabaseIsIntactAndUsedOnceThereIsSpace()
    {
        await using Tmpfs disk = await Tmpfs.MountAsync(megabytes: 2);
        string path = System.IO.Path.Combine(disk.FullPath, "bot.db");
        string filler = System.IO.Path.Combine(disk.FullPath, "filler");
        using var host = new StorageHost(path);
        await host.AskAsync("one?");
        FillUp(filler);
        await AssertErrorAsync(host, StorageError.DiskFull, "free some space");

        File.Delete(filler);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.AskAsync("two?");
        using var restarted = new StorageHost(path);
        Assert.Equal(["one?", "two?"], (await restarted.RecentQuestionsAsync()).Where(q => q.EndsWith('?')));
    }

    [Fact]
    public async Task ADatabaseThatIsDeletedWhileInUse_IsStartedAgain()
    {
        using var host = new StorageHost(Path);
        await host.AskAsync("one?");
        foreach (string file in Directory.GetFiles(_folder.FullPath))
        {
            File.Delete(file);
        }

        await host.AskAsync("two?");

        Assert.Equal(["two?"], await host.RecentQuestionsAsync());
        Assert.Empty(host.Logs.Lines);
    }

    [Fact]
    public async Task WhileTheDatabaseFails_ConversationsGoOnInMemory_AndTheLogSaysSoOnce()
    {
        using var host = new StorageHost(_folder.FullPath);
        await host.AskAsync("one?", "two?", "three?");

        Assert.Equal(["two?", "three?"], await host.RecentQuestionsAsync(count: 2));
        Assert.True(await host.Conversations.TryMarkWelcomedAsync(StorageHost.Key(), null, Cancelled));
        Assert.False(await host.Conversations.TryMarkWelcomedAsync(StorageHost.Key(), null, Cancelled));
        await host.Conversations.ResetAsync(StorageHost.Key(), Cancelled);
        Assert.Empty(await host.RecentQuestionsAsync());
        await Assert.ThrowsAsync<StorageUnavailableException>(() =>
            host.Conversations.DeleteAsync(StorageHost.Key(), Cancelled)
        );
        string line = Assert.Single(host.Logs.Lines).Text;
        Assert.Contains("memory only", line, StringComparison.Ordinal);
        Assert.DoesNotContain("one?", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhileTheDatabaseFails_ActivitiesAreNumberedOn_AndGoToTheDatabaseAfterwards()
    {
        using (var host = new StorageHost(Path, ("BusySeconds", "1")))
        {
            await host.Activities.TryStartAsync("live", "visitor", Cancelled);
            await host.LogAsync("a");
            await using (SqliteConnection other = await OpenAsync())
            {
                await using SqliteTransaction writing = other.BeginTransaction(deferred: false);
                Assert.Equal(2, (await host.LogAsync("b", clientId: "c1")).Number);
                Assert.Equal(2, (await host.LogAsync("b-again", clientId: "c1")).Number);
                Assert.Equal(["a", "b"], await host.LoggedIdsAsync());
                Assert.True(await host.Activities.TryStartAsync("late", "visitor", Cancelled));
                Assert.Equal(1, (await host.LogAsync("x", conversation: "late")).Number);
                Assert.Equal("visitor", (await host.Activities.FindAsync("late", Cancelled))!.UserId);
            }

            host.Time.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(3, (await host.LogAsync("c")).Number);
            Assert.Equal(2, (await host.LogAsync("y", conversation: "late")).Number);
            Assert.Equal(["b", "c"], await host.LoggedIdsAsync(after: 1));
        }

        using var restarted = new StorageHost(Path);
        Assert.Equal(["a", "b", "c"], await restarted.LoggedIdsAsync());
        Assert.Equal(["x", "y"], await restarted.LoggedIdsAsync(conversation: "late"));
        Assert.Equal("visitor", (await restarted.Activities.FindAsync("late", Cancelled))!.UserId);
    }

    [Fact]
    public async Task AppendsThatMeetAfterAnError_KeepEachActivityOnce()
    {
        Directory.CreateDirectory(Path);
        using var host = new StorageHost(Path, ("BusySeconds", "60"));
        await host.Activities.TryStartAsync("live", "visitor", Cancelled);
        await host.LogAsync("a");
        Directory.Delete(Path);
        host.Time.Advance(TimeSpan.FromMinutes(1));

        string[] later = ["b", "c", "d", "e"];
        using var begun = new CountdownEvent(later.Length);
        Task[] appends;
        await using (SqliteConnection other = await OpenAsync())
        {
            // While another process writes, one append waits for it and the others wait for that one.
            await using SqliteTransaction writing = other.BeginTransaction(deferred: false);
            appends =
            [
                .. later.Select(id =>
                    Task.Run(
                        async () =>
                        {
                            begun.Signal();
                            await host.LogAsync(id);
                        },
                        Cancelled
                    )
                ),
            ];
            begun.Wait(Cancelled);
        }

        await Task.WhenAll(appends);
        IReadOnlyList<LoggedActivity> kept = await host.Activities.ReadAsync("live", 0, 100, Cancelled);
        Assert.Equal([1, 2, 3, 4, 5], kept.Select(a => a.Number));
        Assert.Equal("a", kept[0].Id);
        Assert.Equal(later, kept.Skip(1).Select(a => a.Id).Order());
    }

    /// <summary>Strict stores throw a message that says what is wrong; the others log the same and continue.</summary>
    private static async Task AssertErrorAsync(StorageHost host, StorageError error, string hint)
    {
        AnsweredTurn turn = host.CreateTurn("in trouble");
        var thrown = await Assert.ThrowsAsync<StorageUnavailableException>(() =>
            host.Feedback.SaveAsync(StorageHost.FeedbackOn(turn, Reaction.Like), Cancelled)
        );
        Assert.True(error == thrown.Error, thrown.ToString());
        Assert.Contains(hint, thrown.Message, StringComparison.Ordinal);

        await host.Conversations.AppendAsync(turn, Cancelled);
        Assert.Contains("in trouble", await host.RecentQuestionsAsync());
        Assert.Contains(host.Logs.Lines, l => l.Text.Contains(thrown.Message, StringComparison.Ordinal));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using SqliteConnection connection = await OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        await connection.OpenAsync(Cancelled);
        return connection;
    }

    private static void FillUp(string path)
    {
        byte[] block = new byte[4096];
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        Assert.ThrowsAny<IOException>(
            (Action)(
                () =>
                {
                    while (true)
                    {
                        file.Write(block);
                    }
                }
            )
        );
    }
}
