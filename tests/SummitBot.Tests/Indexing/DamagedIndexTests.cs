using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using Directory = System.IO.Directory;

namespace SummitBot.Tests.Indexing;

public sealed class DamagedIndexTests : IDisposable
{
    private static readonly Article[] Articles =
    [
        .. Enumerable
            .Range(0, 20)
            .Select(i => IndexHost.CreateArticle($"a{i}", $"Article {i} speaks of rockets. It ends.")),
    ];

    private readonly TemporaryFolder _folder = new();

    private string IndexPath => _folder["index"];

    public void Dispose() => _folder.Dispose();

    /// <summary>Kinds of damage to a file, by name.</summary>
    public static TheoryData<string, Action<string>> Damages() =>
        new()
        {
            { "deleted", File.Delete },
            { "emptied", path => File.WriteAllBytes(path, []) },
            { "cut to one byte", path => Truncate(path, _ => 1) },
            { "cut in half", path => Truncate(path, length => length / 2) },
            { "cut by one byte", path => Truncate(path, length => length - 1) },
            { "zeroed", path => File.WriteAllBytes(path, new byte[new FileInfo(path).Length]) },
            { "text", path => File.WriteAllText(path, string.Concat(Enumerable.Repeat("This is no index. ", 500))) },
            { "all ones", path => File.WriteAllBytes(path, [.. Enumerable.Repeat((byte)0xFF, 4096)]) },
        };

    [Theory]
    [MemberData(nameof(Damages), DisableDiscoveryEnumeration = true)]
    public async Task ADamagedFile_IsReported_AndARebuildRepairsIt(string name, Action<string> damage)
    {
        Assert.NotEmpty(name);
        BuildIndex();
        string[] files = [.. FilesOfTheCommit()];
        Assert.True(files.Length >= 4, "the segments file, the compound file, its table and its description");
        foreach (string file in files)
        {
            damage(Path.Combine(IndexPath, file));
            await AssertCorruptThenRepairedAsync($"{file} {name}");
            BuildIndex();
        }
    }

    [Fact]
    public async Task AFlippedByte_AnywhereInAnyFile_IsReported_AndARebuildRepairsIt()
    {
        BuildIndex();
        var random = new Random(3);
        for (int i = 0; i < 60; i++)
        {
            string[] files = [.. FilesOfTheCommit().Order(StringComparer.Ordinal)];
            string file = Path.Combine(IndexPath, files[i % files.Length]);
            byte[] bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            int at = random.Next(bytes.Length);
            bytes[at] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
            await AssertCorruptThenRepairedAsync($"{file} at {at}");
            BuildIndex();
        }
    }

    [Fact]
    public void WhatAFirstRunLeftThatWasCutShort_IsNoDamage_AndIsRemoved()
    {
        Directory.CreateDirectory(IndexPath);
        File.WriteAllText(Path.Combine(IndexPath, "_0.fdt"), "half a file");
        File.WriteAllText(Path.Combine(IndexPath, "write.lock"), "");
        using var host = new IndexHost(IndexPath);
        Assert.Null(host.Index.ReadManifest(out IndexError? error));
        Assert.Equal(IndexError.Missing, error);

        host.Build(Articles);

        Assert.False(File.Exists(Path.Combine(IndexPath, "_0.fdt")));
        Assert.Equal(Articles.Length, host.Catalog.List(AccessScope.Public).Count);
    }

    [Fact]
    public void AnIndexOfAnotherLayout_IsNotRead_AndARebuildReplacesIt()
    {
        WriteForeignIndex();
        using var host = new IndexHost(IndexPath);
        Assert.Null(host.Index.ReadManifest(out IndexError? error));
        Assert.Equal(IndexError.OtherLayout, error);
        var reading = Assert.Throws<IndexUnavailableException>(() => host.Catalog.List(AccessScope.Public));
        Assert.Equal(IndexError.OtherLayout, reading.Error);
        Assert.Equal(
            IndexError.OtherLayout,
            Assert.Throws<IndexUnavailableException>(() => host.Index.OpenWriter(rebuild: false)).Error
        );

        host.Build(Articles);

        Assert.Equal(Articles.Length, host.Catalog.List(AccessScope.Public).Count);
    }

    [Fact]
    public void AFolderOfOtherFiles_IsNotTakenForAnIndex_AndNothingInItIsTouched()
    {
        Directory.CreateDirectory(IndexPath);
        string letter = Path.Combine(IndexPath, "letter.txt");
        File.WriteAllText(letter, "Dear Sir");
        using var host = new IndexHost(IndexPath);
        Assert.Null(host.Index.ReadManifest(out IndexError? error));
        Assert.Equal(IndexError.Missing, error);

        var refusal = Assert.Throws<IndexUnavailableException>(() => host.Index.OpenWriter(rebuild: true));

        Assert.Contains("letter.txt", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([letter], Directory.GetFileSystemEntries(IndexPath));
    }

    [Fact]
    public void AForeignFileBesideTheIndex_SurvivesARebuild()
    {
        using var host = new IndexHost(IndexPath);
        host.Build(Articles);
        string note = Path.Combine(IndexPath, "note.txt");
        File.WriteAllText(note, "mine");
        foreach (string segments in Directory.GetFiles(IndexPath, "segments_*"))
        {
            File.WriteAllText(segments, "broken");
        }

        host.Build(Articles);

        Assert.Equal("mine", File.ReadAllText(note));
    }

    [Fact]
    public void AFileInPlaceOfTheFolder_IsReported()
    {
        File.WriteAllText(IndexPath, "a file");
        using var host = new IndexHost(IndexPath);
        Assert.Null(host.Index.ReadManifest(out IndexError? error));
        Assert.NotNull(error);
        Assert.Throws<IndexUnavailableException>(() => host.Index.OpenWriter(rebuild: true));
        Assert.Equal("a file", File.ReadAllText(IndexPath));
    }

    private static void Truncate(string path, Func<long, long> to)
    {
        using FileStream file = File.OpenWrite(path);
        file.SetLength(to(file.Length));
    }

    /// <summary>Always the same files with the same names: built once, then copied.</summary>
    private void BuildIndex()
    {
        string original = _folder["original"];
        if (!Directory.Exists(original))
        {
            using var host = new IndexHost(original);
            host.Build(Articles);
        }

        Directory.CreateDirectory(IndexPath);
        Array.ForEach(Directory.GetFiles(IndexPath), File.Delete);
        foreach (string file in Directory.GetFiles(original))
        {
            File.Copy(file, Path.Combine(IndexPath, Path.GetFileName(file)));
        }
    }

    /// <summary>The files that a commit needs: not the lock or the copy of the commit's number.</summary>
    private IEnumerable<string> FilesOfTheCommit() =>
        Directory
            .GetFiles(IndexPath)
            .Select(p => Path.GetFileName(p))
            .Where(n => n is not ("write.lock" or "segments.gen"));

    private async Task AssertCorruptThenRepairedAsync(string what)
    {
        using var host = new IndexHost(IndexPath);
        Assert.True(host.Index.ReadManifest(out IndexError? error) is null, what);
        Assert.True(error is IndexError.Corrupt or IndexError.OtherLayout, $"{what}: {error}");
        IndexUnavailableException reading = await Assert.ThrowsAsync<IndexUnavailableException>(() =>
            host.FindAsync("rockets")
        );
        Assert.Equal(error, reading.Error);
        host.Build(Articles);
        Assert.NotNull(host.Index.ReadManifest(out _));
        Assert.Equal(10, (await host.FindAsync("rockets")).Length);
    }

    /// <summary>A valid index of the same engine from another program.</summary>
    private void WriteForeignIndex()
    {
        using var directory = FSDirectory.Open(IndexPath);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer());
        using var writer = new IndexWriter(directory, config);
        writer.AddDocument([new Lucene.Net.Documents.StringField("id", "x", Lucene.Net.Documents.Field.Store.YES)]);
        writer.Commit();
    }
}
