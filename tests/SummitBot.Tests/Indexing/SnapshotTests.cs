using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;

namespace SummitBot.Tests.Indexing;

/// <summary>Two hosts with an index each, and a folder of snapshots between them.</summary>
public sealed class SnapshotTests : IDisposable
{
    private const string Question = "What does the harbour say?";

    private readonly TemporaryFolder _folder = new();
    private readonly IndexHost _builder;
    private readonly IndexHost _follower;

    public SnapshotTests()
    {
        _builder = CreateHost("builder");
        _follower = CreateHost("follower");
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _builder.Dispose();
        _follower.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task WhatOneHostPublishes_TheOtherFinds_AndGoesOnFrom()
    {
        Assert.Null(await _follower.Snapshots.InstallAsync(keepsChanges: false, Cancelled));
        Build(_builder, "a");
        Assert.True(await _builder.Snapshots.PublishAsync(Cancelled));
        Assert.False(await _builder.Snapshots.PublishAsync(Cancelled));

        IndexSnapshotInfo? installed = await _follower.Snapshots.InstallAsync(keepsChanges: false, Cancelled);

        Assert.Equal(["a#1"], await _follower.FindAsync(Question));
        Assert.Equal(
            (1, 1, true, false),
            (installed!.Articles, installed.Passages, installed.IsCurrent, installed.IsPinned)
        );
        Assert.False(_follower.Snapshots.NeedsInstall(keepsChanges: false));

        // The other host takes over: it adds to what it installed, and the first one takes that.
        _follower.Write(rebuild: false, CreateArticle("a"), CreateArticle("b"));
        Assert.True(await _follower.Snapshots.PublishAsync(Cancelled));
        Assert.True(_builder.Snapshots.NeedsInstall(keepsChanges: false));
        await _builder.Snapshots.InstallAsync(keepsChanges: false, Cancelled);
        Assert.Equal(["a#1", "b#1"], (await _builder.FindAsync(Question)).Order());
        Assert.Equal(2, _builder.Snapshots.List().Count);
    }

    [Fact]
    public async Task TwoHostsThatBuiltOnTheirOwn_AgreeOnThePublishedIndex()
    {
        // Both have files of the same names with other contents.
        Build(_builder, "a");
        Build(_follower, "z");
        Assert.Equal(["z#1"], await _follower.FindAsync(Question));
        await _builder.Snapshots.PublishAsync(Cancelled);

        await _follower.Snapshots.InstallAsync(keepsChanges: false, Cancelled);

        Assert.Equal(["a#1"], await _follower.FindAsync(Question));
        using IndexHost another = CreateHost("follower");
        Assert.Equal(["a#1"], await another.FindAsync(Question));
    }

    [Fact]
    public async Task APinnedSnapshot_IsUsedByAll_AndNothingIsPublishedMeanwhile()
    {
        Build(_builder, "a");
        await _builder.Snapshots.PublishAsync(Cancelled);
        Build(_builder, "b");
        await _builder.Snapshots.PublishAsync(Cancelled);
        await _follower.Snapshots.InstallAsync(keepsChanges: false, Cancelled);
        string first = _builder.Snapshots.List().Single(s => !s.IsCurrent).Id;

        IndexSnapshotInfo pinned = _follower.Snapshots.Pin(first[..6]);

        Assert.Equal((first, true, true), (pinned.Id, pinned.IsCurrent, pinned.IsPinned));
        foreach (IndexHost host in new[] { _builder, _follower })
        {
            Assert.True((await host.Snapshots.InstallAsync(keepsChanges: false, Cancelled))!.IsPinned);
            Assert.Equal(["a#1"], await host.FindAsync(Question));
        }

        Build(_builder, "c");
        Assert.False(await _builder.Snapshots.PublishAsync(Cancelled));
        _follower.Snapshots.Unpin();
        Assert.True(await _builder.Snapshots.PublishAsync(Cancelled));
        await _follower.Snapshots.InstallAsync(keepsChanges: false, Cancelled);
        Assert.Equal(["c#1"], await _follower.FindAsync(Question));
        var error = Assert.Throws<IndexUnavailableException>(() => _builder.Snapshots.Pin("nothing"));
        Assert.Contains("summitbot snapshots list", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ADamagedOrMissingFile_ChangesNothing_AndIsStoredAgain(bool isMissing)
    {
        Build(_builder, "a");
        await _builder.Snapshots.PublishAsync(Cancelled);
        await _follower.Snapshots.InstallAsync(keepsChanges: false, Cancelled);
        Build(_builder, "b");
        await _builder.Snapshots.PublishAsync(Cancelled);
        FileInfo damaged = new DirectoryInfo(Path.Combine(Shared, "files"))
            .EnumerateFiles()
            .MaxBy(f => f.LastWriteTimeUtc)!;
        byte[] bytes = File.ReadAllBytes(damaged.FullName);
        bytes[^1] ^= 1;
        File.WriteAllBytes(damaged.FullName, bytes);
        if (isMissing)
        {
            damaged.Delete();
        }

        for (int attempt = 0; attempt < 3; attempt++)
        {
            await Assert.ThrowsAsync<IndexUnavailableException>(() =>
                _follower.Snapshots.InstallAsync(keepsChanges: false, Cancelled)
            );
        }

        Assert.Equal(["a#1"], await _follower.FindAsync(Question));
        Assert.Single(Directory.GetDirectories(_folder["follower"]));

        await _builder.Snapshots.PublishAsync(Cancelled);
        await _follower.Snapshots.InstallAsync(keepsChanges: false, Cancelled);
        Assert.Equal(["b#1"], await _follower.FindAsync(Question));
    }

    [Fact]
    public async Task OldSnapshotsAndCopies_AreDeleted()
    {
        for (int round = 0; round < 8; round++)
        {
            Build(_builder, $"article{round}");
            await _builder.Snapshots.PublishAsync(Cancelled);
            await _follower.Snapshots.InstallAsync(keepsChanges: false, Cancelled);
            Assert.Equal([$"article{round}#1"], await _follower.FindAsync(Question));
        }

        Assert.Equal(5, _builder.Snapshots.List().Count);
        Assert.Equal(2, Directory.GetDirectories(_folder["follower"]).Length);
        // Its first index, which it had built itself.
        Assert.Empty(Directory.GetFiles(_folder["follower"], "segments*"));
    }

    [Fact]
    public async Task FilesThatNoSnapshotHas_AreDeletedAfterAWhile_AndNoOthers()
    {
        await PublishAsync("first");
        string[] first = GetSharedFiles();
        string unused = Path.Combine(Shared, "files", "unused");
        File.WriteAllText(unused, "of an interrupted publication");
        for (int round = 0; round < 6; round++)
        {
            await PublishAsync($"article{round}");
        }

        // Published just now, as far as anyone knows.
        Assert.All([.. first, unused], file => Assert.True(File.Exists(file)));
        foreach (string file in GetSharedFiles())
        {
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        }

        await PublishAsync("last");

        Assert.False(File.Exists(unused));
        Assert.Contains(first, file => !File.Exists(file));
        Assert.Equal(5, _builder.Snapshots.List().Count);
        foreach (IndexSnapshotInfo snapshot in _builder.Snapshots.List())
        {
            _follower.Snapshots.Pin(snapshot.Id);
            Assert.NotNull(await _follower.Snapshots.InstallAsync(keepsChanges: false, Cancelled));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ADamagedNameOrManifestOfTheCurrentSnapshot_IsWrittenAgain(bool isManifest)
    {
        await PublishAsync("a");
        string damaged = isManifest
            ? Directory.GetFiles(Path.Combine(Shared, "manifests")).Single()
            : Path.Combine(Shared, "current");
        string whole = await File.ReadAllTextAsync(damaged, Cancelled);
        await File.WriteAllTextAsync(damaged, whole[..(whole.Length / 3)].Replace('a', 'x'), Cancelled);

        if (isManifest)
        {
            await Assert.ThrowsAsync<IndexUnavailableException>(() =>
                _follower.Snapshots.InstallAsync(keepsChanges: false, Cancelled)
            );
        }

        await _builder.Snapshots.PublishAsync(Cancelled);
        Assert.Equal(whole, await File.ReadAllTextAsync(damaged, Cancelled));
        await _follower.Snapshots.InstallAsync(keepsChanges: false, Cancelled);
        Assert.Equal(["a#1"], await _follower.FindAsync(Question));
    }

    [Fact]
    public async Task WhatWasNotPublished_StaysOnlyAtTheHostThatBuilds_AndNotWhenASnapshotIsPinned()
    {
        await PublishAsync("a");
        await _follower.Snapshots.InstallAsync(keepsChanges: false, Cancelled);
        foreach (IndexHost host in new[] { _builder, _follower })
        {
            // As after a crash between a commit and its publication.
            host.Write(rebuild: false, CreateArticle("a"), CreateArticle("b"));
        }

        Assert.False(_builder.Snapshots.NeedsInstall(keepsChanges: true));
        await _builder.Snapshots.InstallAsync(keepsChanges: true, Cancelled);
        Assert.Equal(["a#1", "b#1"], (await _builder.FindAsync(Question)).Order());
        await _follower.Snapshots.InstallAsync(keepsChanges: false, Cancelled);
        Assert.Equal(["a#1"], await _follower.FindAsync(Question));

        _follower.Snapshots.Pin(_follower.Snapshots.List()[0].Id);
        Assert.True(_builder.Snapshots.NeedsInstall(keepsChanges: true));
        await _builder.Snapshots.InstallAsync(keepsChanges: true, Cancelled);
        Assert.Equal(["a#1"], await _builder.FindAsync(Question));
    }

    [Fact]
    public async Task ALocalIndexThatIsDamaged_IsInstalledAgain()
    {
        await PublishAsync("a");
        await _follower.Snapshots.InstallAsync(keepsChanges: false, Cancelled);
        string copy = Directory.GetDirectories(_folder["follower"]).Single();
        foreach (string file in Directory.GetFiles(copy, "_*"))
        {
            byte[] bytes = await File.ReadAllBytesAsync(file, Cancelled);
            Array.Reverse(bytes);
            await File.WriteAllBytesAsync(file, bytes, Cancelled);
        }

        using IndexHost restarted = CreateHost("follower");
        Assert.True(restarted.Snapshots.NeedsInstall(keepsChanges: true));
        await restarted.Snapshots.InstallAsync(keepsChanges: true, Cancelled);
        Assert.Equal(["a#1"], await restarted.FindAsync(Question));
    }

    [Fact]
    public async Task HostsThatPublishAtOnce_LeaveOneWholeSnapshot()
    {
        for (int round = 0; round < 5; round++)
        {
            Build(_builder, $"a{round}");
            Build(_follower, $"z{round}");

            await Task.WhenAll(
                Task.Run(() => _builder.Snapshots.PublishAsync(Cancelled), Cancelled),
                Task.Run(() => _follower.Snapshots.PublishAsync(Cancelled), Cancelled)
            );

            await _builder.Snapshots.InstallAsync(keepsChanges: false, Cancelled);
            await _follower.Snapshots.InstallAsync(keepsChanges: false, Cancelled);
            string[] found = await _builder.FindAsync(Question);
            Assert.Single(found);
            Assert.Equal(found, await _follower.FindAsync(Question));
        }
    }

    [Fact]
    public async Task SnapshotsOfAnotherLayout_AreLeftAlone()
    {
        string other = _folder["shared/another-layout"];
        Directory.CreateDirectory(other);
        await File.WriteAllTextAsync(Path.Combine(other, "current"), "0123456789abcdef", Cancelled);

        Assert.Null(await _follower.Snapshots.InstallAsync(keepsChanges: false, Cancelled));
        await PublishAsync("a");
        await _follower.Snapshots.InstallAsync(keepsChanges: false, Cancelled);

        Assert.Equal(["a#1"], await _follower.FindAsync(Question));
        Assert.Equal("0123456789abcdef", await File.ReadAllTextAsync(Path.Combine(other, "current"), Cancelled));
        Assert.Equal(_folder["shared/" + _builder.Snapshots.Layout.Replace('/', '-')], Shared);
    }

    [Fact]
    public async Task AFolderThatCannotBeUsed_IsNamed()
    {
        File.WriteAllText(_folder["shared"], "a file");
        Build(_builder, "a");

        var error = await Assert.ThrowsAsync<IndexUnavailableException>(() =>
            _builder.Snapshots.PublishAsync(Cancelled)
        );

        Assert.Contains(_folder["shared"], error.Message, StringComparison.Ordinal);
        Assert.Equal(["a#1"], await _builder.FindAsync(Question));
    }

    /// <summary>The folder of this layout.</summary>
    private string Shared =>
        Directory
            .GetDirectories(_folder["shared"])
            .Single(d => !d.EndsWith("another-layout", StringComparison.Ordinal));

    private string[] GetSharedFiles() => Directory.GetFiles(Path.Combine(Shared, "files"));

    private async Task PublishAsync(string id)
    {
        Build(_builder, id);
        Assert.True(await _builder.Snapshots.PublishAsync(Cancelled));
    }

    private IndexHost CreateHost(string name) => new(_folder[name], snapshots: _folder["shared"]);

    private static void Build(IndexHost host, string id) => host.Build(CreateArticle(id));

    private static Article CreateArticle(string id) =>
        IndexHost.CreateArticle(id, $"The harbour says {id} to everybody.");
}
