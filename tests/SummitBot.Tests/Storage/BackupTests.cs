using SummitBot.Core.Reviews;
using SummitBot.Core.Storage;

namespace SummitBot.Tests.Storage;

public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Database => _folder["bot.db"];

    private string Copy => _folder["copy.db"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ABackup_WhileHostsWrite_HoldsAllThatWasKeptBefore_AndIsWhole()
    {
        using var host = new StorageHost(Database);
        await host.AskAsync(Enumerable.Range(0, 37).Select(i => $"before {i}?"));
        using var stop = new CancellationTokenSource();
        Task writing = Task.Run(
            async () =>
            {
                for (int i = 0; !stop.IsCancellationRequested; i++)
                {
                    await host.AskAsync($"meanwhile {i}?");
                }
            },
            Cancelled
        );

        using var other = new StorageHost(Database);
        long bytes = await other.Backup.BackUpAsync(Copy, Cancelled);
        await stop.CancelAsync();
        await writing;

        Assert.Equal(new FileInfo(Copy).Length, bytes);
        using var copied = new StorageHost(Copy);
        IReadOnlyList<string> kept = await copied.RecentQuestionsAsync(count: 100_000);
        Assert.Equal(Enumerable.Range(0, 37).Select(i => $"before {i}?"), kept.Take(37));
        Assert.Equal(kept.Skip(37), Enumerable.Range(0, kept.Count - 37).Select(i => $"meanwhile {i}?"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Copy));
        }
    }

    [Fact]
    public async Task ARestore_WhileAHostRuns_GivesItTheContentOfTheCopy_AndKeepsWhatWasThere()
    {
        using var host = new StorageHost(Database);
        await host.AskAsync("first?");
        byte[] key = await host.Secrets.GetOrAddAsync("key", () => [1], Cancelled);
        await host.Reviews.CorrectAsync(1, new Correction("lighthouse", null, StorageHost.Start), Cancelled);
        await host.Backup.BackUpAsync(Copy, Cancelled);
        await host.AskAsync("second?");
        await host.Reviews.UndoCorrectionAsync(1, Cancelled);

        string? previous;
        using (var operation = new StorageHost(Database))
        {
            previous = await operation.Backup.RestoreAsync(Copy, Cancelled);
        }

        Assert.Equal(["first?"], await host.RecentQuestionsAsync());
        CorrectedTurn corrected = Assert.Single(await host.Reviews.ListCorrectedAsync(0, Cancelled));
        Assert.Equal("lighthouse", corrected.Reviewed.Correction?.ArticleId);
        await host.AskAsync("third?");
        using var restarted = new StorageHost(Database);
        Assert.Equal(["first?", "third?"], await restarted.RecentQuestionsAsync());
        Assert.Equal(key, await restarted.Secrets.GetOrAddAsync("key", () => [2], Cancelled));
        Assert.NotNull(previous);
        using var before = new StorageHost(previous);
        Assert.Equal(["first?", "second?"], await before.RecentQuestionsAsync());
        Assert.Empty(host.Logs.Lines);
    }

    [Fact]
    public async Task ARestore_WhereThereIsNoDatabaseYet_MakesOne()
    {
        using (var host = new StorageHost(Database))
        {
            await host.AskAsync("first?");
            await host.Backup.BackUpAsync(Copy, Cancelled);
        }

        using var elsewhere = new StorageHost(_folder["new/bot.db"]);
        Assert.Null(await elsewhere.Backup.RestoreAsync(Copy, Cancelled));
        Assert.Equal(["first?"], await elsewhere.RecentQuestionsAsync());
    }

    [Fact]
    public async Task WhatIsNoCopyOfOurs_IsToldSo_AndChangesNothing()
    {
        using var host = new StorageHost(Database);
        await host.AskAsync("kept?");
        await File.WriteAllTextAsync(_folder["text"], new string('x', 10_000), Cancelled);
        await File.WriteAllTextAsync(_folder["empty"], "", Cancelled);
        await host.Backup.BackUpAsync(Copy, Cancelled);
        byte[] bytes = await File.ReadAllBytesAsync(Copy, Cancelled);
        new Random(5).NextBytes(bytes.AsSpan(bytes.Length / 2));
        await File.WriteAllBytesAsync(_folder["damaged"], bytes, Cancelled);

        foreach (string name in (string[])["text", "empty", "damaged", "missing"])
        {
            var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() =>
                host.Backup.RestoreAsync(_folder[name], Cancelled)
            );
            Assert.Contains(_folder[name], refused.Message, StringComparison.Ordinal);
            Assert.Matches("name|take", refused.Message);
        }

        await Assert.ThrowsAsync<StorageUnavailableException>(() => host.Backup.BackUpAsync(Copy, Cancelled));
        Assert.Equal(["kept?"], await host.RecentQuestionsAsync());
    }

    [Fact]
    public async Task AnErasedPerson_IsGoneFromTheFilesToo()
    {
        using var host = new StorageHost(Database);
        await host.AskAsync("WhoStoleTheSecretPlans?");
        await host.PersonalData.EraseAsync("visitor", Cancelled);

        foreach (string file in Directory.GetFiles(_folder.FullPath))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            string text = await reader.ReadToEndAsync(Cancelled);
            Assert.DoesNotContain("WhoStoleTheSecretPlans", text, StringComparison.OrdinalIgnoreCase);
        }
    }
}
