using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Core.Passages;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Core.Corpus;

public sealed class CorpusIndexerTests : IDisposable
{
    private static readonly IndexingRequest Request = new([FakeArticleReader.Root]);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeArticleReader _reader = new();
    private readonly IndexHost _host;
    private readonly CorpusIndexer _indexer;

    public CorpusIndexerTests()
    {
        _host = new IndexHost(_folder["index"]);
        _indexer = new CorpusIndexer(_reader, _host.Index, new PassageSplitter(), TimeProvider.System);
        _reader.Set("a.md", "Apples are red.");
        _reader.Set("b.md", "Bananas are yellow.");
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task TheFirstRun_AddsAll()
    {
        IndexingReport report = await IndexAsync();

        Assert.Equal((2, 0, 0, 0), GetCounts(report));
        Assert.Equal((2, true, null), (report.PassagesWritten, report.Committed, report.RebuiltBecause));
        Assert.Empty(report.Failures);
        Assert.Equal(["a", "b"], Ids());
    }

    [Fact]
    public async Task ASecondRun_ReadsNothingAndCommitsNothing()
    {
        await IndexAsync();
        DateTimeOffset? committed = _host.Index.ReadManifest(out _)?.CommittedAt;
        _reader.Reads.Clear();

        IndexingReport report = await IndexAsync();

        Assert.Equal((0, 0, 0, 2), GetCounts(report));
        Assert.False(report.Committed);
        Assert.Empty(_reader.Reads);
        Assert.Equal(committed, _host.Index.ReadManifest(out _)?.CommittedAt);
    }

    [Fact]
    public async Task AFileWithAnotherTimeButTheSameText_IsReadOnceAndNotWritten()
    {
        await IndexAsync();
        _reader.Touch("a.md");
        _reader.Reads.Clear();

        IndexingReport report = await IndexAsync();

        Assert.Equal((0, 0, 0, 2), GetCounts(report));
        Assert.Equal(0, report.PassagesWritten);
        Assert.Equal(["a.md"], _reader.Reads);
        _reader.Reads.Clear();
        Assert.False((await IndexAsync()).Committed);
        Assert.Empty(_reader.Reads);
    }

    [Fact]
    public async Task ChangedNewAndDeletedFiles_AreReplacedAddedAndRemoved()
    {
        await IndexAsync();
        _reader.Set("a.md", "Apricots are orange.");
        _reader.Delete("b.md");
        _reader.Set("c.md", "Cherries are dark.");

        IndexingReport report = await IndexAsync();

        Assert.Equal((1, 1, 1, 0), GetCounts(report));
        Assert.Equal(["a", "c"], Ids());
        Assert.Empty(await _host.FindAsync("apples bananas"));
        Assert.Equal(["a#1"], await _host.FindAsync("apricots"));
    }

    [Fact]
    public async Task ARenamedFileOfTheSameId_StaysInTheIndex()
    {
        await IndexAsync();
        _reader.Delete("b.md");
        _reader.Set("z.md", "Bananas are yellow.", id: "b");

        IndexingReport report = await IndexAsync();

        Assert.Equal(0, report.Removed);
        Assert.Equal(["a", "b"], Ids());
        Assert.Equal(
            $"{FakeArticleReader.Root}/z.md",
            _host.Catalog.Find(new ArticleId("b"), AccessScope.Public)?.Source
        );
    }

    [Fact]
    public async Task OfTwoFilesWithOneId_TheFirstPathWins_OnEveryRun()
    {
        _reader.Set("z.md", "Avocados are green.", id: "a");
        for (int run = 0; run < 3; run++)
        {
            IndexingReport report = await IndexAsync();
            ArticleReadFailure failure = Assert.Single(report.Failures);
            Assert.Equal(ArticleReadError.DuplicateId, failure.Error);
            Assert.EndsWith("z.md", failure.Source, StringComparison.Ordinal);
            Assert.Contains("a.md", failure.Reason, StringComparison.Ordinal);
            Assert.Equal(["a#1"], await _host.FindAsync("apples"));
            Assert.Empty(await _host.FindAsync("avocados"));
            Assert.Equal(run == 0, report.Committed);
        }
    }

    [Fact]
    public async Task WhenTheWinnerOfAnIdIsDeleted_TheOtherFileTakesItsPlace()
    {
        _reader.Set("z.md", "Avocados are green.", id: "a");
        await IndexAsync();
        _reader.Delete("a.md");

        IndexingReport report = await IndexAsync();

        Assert.Empty(report.Failures);
        Assert.Equal(["a#1"], await _host.FindAsync("avocados"));
        Assert.Empty(await _host.FindAsync("apples"));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(false, 9_000_000)]
    [InlineData(true, 9_000_000)]
    public async Task ANewFileWithAKnownId_DoesNotTakeItOver_WhateverItsPathAndLength(bool rebuild, long length)
    {
        _reader.Lengths["b.md"] = length;
        await IndexAsync();
        _reader.Set("0.md", "Bilberries are blue.", id: "b");
        _reader.Lengths["0.md"] = length;

        for (int run = 0; run < 2; run++)
        {
            IndexingReport report = await _indexer.IndexAsync(Request with { Rebuild = rebuild }, null, Cancelled);

            ArticleReadFailure failure = Assert.Single(report.Failures);
            Assert.Equal(ArticleReadError.DuplicateId, failure.Error);
            Assert.EndsWith("0.md", failure.Source, StringComparison.Ordinal);
            Assert.Contains("b.md", failure.Reason, StringComparison.Ordinal);
            Assert.Equal(["b#1"], await _host.FindAsync("bananas"));
            Assert.Empty(await _host.FindAsync("bilberries"));
        }
    }

    [Fact]
    public async Task ANewFileMayHaveAnId_ThatItsFileGivesUpInTheSameRun()
    {
        await IndexAsync();
        _reader.Set("0.md", "Bilberries are blue.", id: "b");
        _reader.Set("b.md", "Bananas are yellow.", id: "banana");

        IndexingReport report = await IndexAsync();

        Assert.Empty(report.Failures);
        Assert.Equal(["b#1"], await _host.FindAsync("bilberries"));
        Assert.Equal(["banana#1"], await _host.FindAsync("bananas"));
    }

    [Fact]
    public async Task WhatTheReaderChangedOfAnArticle_IsInTheReport()
    {
        _reader.Notices["b.md"] = ["The title was cut."];

        IndexingReport report = await IndexAsync();

        Assert.Equal(
            new ArticleNotice($"{FakeArticleReader.Root}/b.md", "The title was cut."),
            Assert.Single(report.Notices)
        );
    }

    [Fact]
    public async Task AFailedFile_IsListed_TheOthersAreIndexed_AndItIsTriedAgain()
    {
        _reader.Set("bad.md", null);
        IndexingReport report = await IndexAsync();
        Assert.Equal(ArticleReadError.Binary, Assert.Single(report.Failures).Error);
        Assert.Equal(["a", "b"], Ids());
        _reader.Reads.Clear();

        report = await IndexAsync();
        Assert.Single(report.Failures);
        Assert.False(report.Committed);
        Assert.Equal(["bad.md"], _reader.Reads);

        _reader.Set("bad.md", "Better now.");
        report = await IndexAsync();
        Assert.Empty(report.Failures);
        Assert.Equal(["a", "b", "bad"], Ids());
    }

    [Fact]
    public async Task AMissingCorpusPath_LeavesTheIndexAlone()
    {
        await IndexAsync();
        _reader.Delete("a.md");
        _reader.ListingFailures.Add(
            new ArticleReadFailure(FakeArticleReader.Root, ArticleReadError.NotFound, "There is no folder /corpus.")
        );

        var error = await Assert.ThrowsAsync<CorpusUnavailableException>(() => IndexAsync());

        Assert.Contains("There is no folder /corpus.", error.Message, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], Ids());
    }

    [Fact]
    public async Task TheArticlesOfASourceThatIsMissingForATime_Stay_AndTheOthersAreRead()
    {
        const string source = $"{FakeArticleReader.Root}/press";
        _reader.Set("press/c.md", "Cherries are dark.");
        await IndexAsync();
        _reader.Delete("press/c.md");
        _reader.Set("d.md", "Dates are sweet.");
        _reader.ListingFailures.Add(
            new ArticleReadFailure(source, ArticleReadError.NotFound, "There is no folder /corpus/press.")
        );

        IndexingReport report = await _indexer.IndexAsync(
            new IndexingRequest([FakeArticleReader.Root, source]) { PathsThatMayBeMissing = [source] },
            null,
            Cancelled
        );

        Assert.Equal(["a", "b", "c", "d"], Ids());
        Assert.Equal(source, Assert.Single(report.Failures).Source);
    }

    [Fact]
    public async Task ArticlesBelowAFolderThatCannotBeListed_Stay()
    {
        _reader.Set("sub/c.md", "Cherries are dark.");
        await IndexAsync();
        _reader.Delete("sub/c.md");
        _reader.ListingFailures.Add(
            new ArticleReadFailure($"{FakeArticleReader.Root}/sub", ArticleReadError.Unreadable, "No permission.")
        );

        IndexingReport report = await IndexAsync();

        Assert.Equal((0, 0, 0, 3), GetCounts(report));
        Assert.Single(report.Failures);
        Assert.Equal(["a", "b", "c"], Ids());
    }

    [Fact]
    public async Task Cancellation_KeepsTheOldCommit_AndFreesTheWriter()
    {
        await IndexAsync();
        using var cancel = new CancellationTokenSource();
        for (int i = 0; i < 200; i++)
        {
            _reader.Set($"n{i}.md", $"Nectarine {i}.");
        }

        _reader.OnRead = () =>
        {
            if (_reader.Reads.Count > 100)
            {
                cancel.Cancel();
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _indexer.IndexAsync(Request, null, cancel.Token));
        Assert.Equal(["a", "b"], Ids());

        _reader.OnRead = () => { };
        Assert.Equal(200, (await IndexAsync()).Added);
    }

    [Fact]
    public async Task Rebuild_ReadsEverythingAgain()
    {
        await IndexAsync();
        _reader.Reads.Clear();

        IndexingReport report = await IndexAsync(Request with { Rebuild = true });

        Assert.Equal(2, _reader.Reads.Count);
        Assert.True(report.Committed);
        Assert.Null(report.RebuiltBecause);
        Assert.Equal(["a", "b"], Ids());
    }

    [Fact]
    public async Task ADamagedIndex_IsRebuilt_AndTheReportSaysWhy()
    {
        await IndexAsync();
        foreach (string file in Directory.GetFiles(_folder["index"], "segments_*"))
        {
            await File.WriteAllTextAsync(file, "broken", Cancelled);
        }

        IndexingReport report = await IndexAsync();

        Assert.Equal(IndexError.Corrupt, report.RebuiltBecause);
        Assert.Equal(["a", "b"], Ids());
    }

    [Fact]
    public async Task AnotherCorpus_TakesThePlaceOfThePrevious_AndOtherPathsAloneMakeACommit()
    {
        await IndexAsync();
        IndexingReport report = await IndexAsync(Request with { IsExplicit = true });
        Assert.True(report.Committed);
        Assert.True(_host.Index.ReadManifest(out _)?.IsExplicit);
    }

    [Fact]
    public async Task Progress_EndsAtAllFilesAndAllBytes()
    {
        var seen = new List<IndexingProgress>();
        await _indexer.IndexAsync(Request, new Recorder(seen), Cancelled);
        Assert.Equal(new IndexingProgress(2, 2, "Apples are red.Bananas are yellow.".Length), seen[^1]);
    }

    private static (int Added, int Replaced, int Removed, int Unchanged) GetCounts(IndexingReport report) =>
        (report.Added, report.Replaced, report.Removed, report.Unchanged);

    private Task<IndexingReport> IndexAsync(IndexingRequest? request = null) =>
        _indexer.IndexAsync(request ?? Request, null, Cancelled);

    private string[] Ids() => [.. _host.Catalog.List(AccessScope.Public).Select(a => a.Id.Value)];

    private sealed class Recorder(List<IndexingProgress> seen) : IProgress<IndexingProgress>
    {
        public void Report(IndexingProgress value) => seen.Add(value);
    }
}
