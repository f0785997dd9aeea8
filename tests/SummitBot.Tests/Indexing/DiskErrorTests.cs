using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;

namespace SummitBot.Tests.Indexing;

public sealed class DiskErrorTests
{
    private static readonly Article Old = IndexHost.CreateArticle("old", "The old article speaks of rockets.");

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task AFullDisk_IsReported_LeavesThePreviousCommit_AndIsTidiedUpLater(int megabytes)
    {
        await using Tmpfs disk = await Tmpfs.MountAsync(megabytes);
        using var host = new IndexHost(Path.Combine(disk.FullPath, "index"));
        host.Build(Old);
        long before = GetSize(disk);

        IndexUnavailableException error = Assert.Throws<IndexUnavailableException>(() =>
            host.Write(rebuild: false, [.. Enumerable.Range(0, 4_000).Select(RandomArticle)])
        );

        Assert.Equal(IndexError.DiskFull, error.Error);
        Assert.Contains("The disk is full", error.Message, StringComparison.Ordinal);
        using (var stranger = new IndexHost(Path.Combine(disk.FullPath, "index")))
        {
            Assert.Equal(["old#1"], await stranger.FindAsync("rockets"));
            Assert.Equal([Old.Summary], stranger.Catalog.List(AccessScope.Public));
        }

        host.Build(Old);
        Assert.InRange(GetSize(disk), 1, before * 2);
        Assert.Equal(["old#1"], await host.FindAsync("rockets"));
    }

    [Fact]
    public async Task ADiskThatFillsUpAtTheCommit_IsReported_AndLeavesThePreviousCommit()
    {
        await using Tmpfs disk = await Tmpfs.MountAsync(megabytes: 4);
        string path = Path.Combine(disk.FullPath, "index");
        using var host = new IndexHost(path);
        host.Build(Old);
        string filler = Path.Combine(disk.FullPath, "filler");
        using (IPassageIndexWriter writer = host.Index.OpenWriter(rebuild: true))
        {
            IndexHost.Put(writer, Enumerable.Range(0, 50).Select(RandomArticle));
            FillUp(filler);
            var error = Assert.Throws<IndexUnavailableException>(() =>
                writer.Commit(["/corpus"], isExplicit: false, [])
            );
            Assert.Equal(IndexError.DiskFull, error.Error);
        }

        Assert.Equal(["old#1"], await host.FindAsync("rockets"));
        Assert.NotNull(host.Index.ReadManifest(out _));
        File.Delete(filler);
        host.Write(rebuild: false, IndexHost.CreateArticle("new", "Submarines dive."));
        Assert.Equal(2, host.Catalog.List(AccessScope.Public).Count);
    }

    [Fact]
    public async Task AReadOnlyFolder_IsRead_ButSaysReadOnlyToAWriter()
    {
        await using Tmpfs disk = await Tmpfs.MountAsync(megabytes: 4);
        string path = Path.Combine(disk.FullPath, "index");
        using (var first = new IndexHost(path))
        {
            first.Build(Old);
        }

        await disk.MakeReadOnlyAsync();
        using var host = new IndexHost(path);
        Assert.NotNull(host.Index.ReadManifest(out _));
        Assert.Equal(["old#1"], await host.FindAsync("rockets"));
        foreach (bool rebuild in new[] { true, false })
        {
            AssertReadOnly(host, rebuild);
        }

        using var none = new IndexHost(Path.Combine(disk.FullPath, "none"));
        AssertReadOnly(none, rebuild: true);

        await disk.MakeWritableAsync();
        host.Write(rebuild: false, IndexHost.CreateArticle("new", "Submarines dive."));
    }

    private static void AssertReadOnly(IndexHost host, bool rebuild)
    {
        var error = Assert.Throws<IndexUnavailableException>(() => host.Index.OpenWriter(rebuild));
        Assert.Equal(IndexError.ReadOnly, error.Error);
        Assert.Contains("cannot be written", error.Message, StringComparison.Ordinal);
    }

    private static Article RandomArticle(int i)
    {
        var random = new Random(i);
        return IndexHost.CreateArticle(
            $"random-{i}",
            string.Join(' ', Enumerable.Range(0, 400).Select(_ => $"w{random.Next():x}"))
        );
    }

    private static long GetSize(Tmpfs disk) =>
        new DirectoryInfo(disk.FullPath).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);

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
