using Microsoft.Extensions.Time.Testing;
using SummitBot.Core.Corpus;
using SummitBot.Core.Passages;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Core.Corpus;

public sealed class SlowFilesTests : IDisposable
{
    private static readonly IndexingRequest Request = new([FakeArticleReader.Root]);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeArticleReader _reader = new();
    private readonly FakeTimeProvider _time = new();
    private readonly IndexHost _host;
    private readonly CorpusIndexer _indexer;

    public SlowFilesTests()
    {
        _host = new IndexHost(_folder["index"]);
        _indexer = new CorpusIndexer(_reader, _host.Index, new PassageSplitter(), _time);
        _reader.Set("a.md", "Apples are red.");
        _reader.Set("b.md", "Bananas are yellow.");
        _reader.Set("c.md", "Cherries are dark.");
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task WhileAFileOfAFirstIndexIsSlow_TheOthersCanBeSearched()
    {
        var finish = new TaskCompletionSource();
        var reads = new SemaphoreSlim(0);
        _reader.WaitAsync = async (name, token) =>
        {
            if (name == "a.md")
            {
                reads.Release();
                await finish.Task.WaitAsync(token);
            }
        };
        var progress = new RecordedProgress();
        Task<IndexingReport> indexing = _indexer.IndexAsync(Request, progress, Cancelled);

        await reads.WaitAsync(Limit, Cancelled);
        _time.Advance(TimeSpan.FromSeconds(2));
        await reads.WaitAsync(Limit, Cancelled);

        Assert.Equal(["b#1"], await _host.FindAsync("bananas"));
        Assert.Equal(["c#1"], await _host.FindAsync("cherries"));
        Assert.True(progress.Reports[^1].IsCommitted);
        finish.SetResult();
        IndexingReport report = await indexing;
        Assert.Equal((3, true), (report.Added, report.Committed));
        Assert.Equal(["a#1"], await _host.FindAsync("apples"));
    }

    [Fact]
    public async Task WhileAFileIsSlow_WhatElseChangedIsSeen_AndWhatIsGoneIsNot()
    {
        await _indexer.IndexAsync(Request, null, Cancelled);
        _reader.Set("a.md", "Apricots are orange.");
        _reader.Set("b.md", "Bilberries are blue.");
        _reader.Delete("c.md");
        var reads = new SemaphoreSlim(0);
        _reader.WaitAsync = (name, token) =>
        {
            if (name != "a.md")
            {
                return Task.CompletedTask;
            }

            reads.Release();
            return Task.Delay(Timeout.Infinite, token);
        };
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        Task<IndexingReport> indexing = _indexer.IndexAsync(Request, null, stopping.Token);

        await reads.WaitAsync(Limit, Cancelled);
        _time.Advance(TimeSpan.FromSeconds(2));
        await reads.WaitAsync(Limit, Cancelled);
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => indexing);
        Assert.Equal(["a#1"], await _host.FindAsync("apples"));
        Assert.Equal(["b#1"], await _host.FindAsync("bilberries"));
        Assert.Empty(await _host.FindAsync("cherries"));

        _reader.WaitAsync = (_, _) => Task.CompletedTask;
        IndexingReport next = await _indexer.IndexAsync(Request, null, Cancelled);
        Assert.Equal((0, 1, 0, 1), (next.Added, next.Replaced, next.Removed, next.Unchanged));
        Assert.Equal(["a#1"], await _host.FindAsync("apricots"));
    }

    [Fact]
    public async Task WhatChangesWhileASlowFileIsRead_IsSeenAtOnce_AndTheReadingGoesOn()
    {
        await _indexer.IndexAsync(Request, null, Cancelled);
        _reader.Set("a.md", "Apricots are orange.");
        var finish = new TaskCompletionSource();
        var reads = new SemaphoreSlim(0);
        int started = 0;
        _reader.WaitAsync = async (name, token) =>
        {
            if (name == "a.md")
            {
                Interlocked.Increment(ref started);
                reads.Release();
                await finish.Task.WaitAsync(token);
            }
        };
        var changed = new TaskCompletionSource();
        Task<IndexingReport> first = _indexer.IndexAsync(Request with { Interruption = changed.Task }, null, Cancelled);
        await reads.WaitAsync(Limit, Cancelled);
        _time.Advance(TimeSpan.FromSeconds(2));
        await reads.WaitAsync(Limit, Cancelled);
        _reader.Set("b.md", "Bilberries are blue.");
        _reader.Delete("c.md");
        changed.SetResult();
        await first.WaitAsync(Limit, Cancelled);

        // No time passes: the slow file has no first try again.
        IndexingReport second = await _indexer
            .IndexAsync(Request with { Interruption = Task.CompletedTask }, null, Cancelled)
            .WaitAsync(Limit, Cancelled);

        Assert.True(second.Committed);
        Assert.Equal(["a#1"], await _host.FindAsync("apples"));
        Assert.Equal(["b#1"], await _host.FindAsync("bilberries"));
        Assert.Empty(await _host.FindAsync("cherries"));

        finish.SetResult();
        await _indexer.IndexAsync(Request with { Interruption = new TaskCompletionSource().Task }, null, Cancelled);
        Assert.Equal(["a#1"], await _host.FindAsync("apricots"));
        Assert.Equal(2, started);
    }

    [Fact]
    public async Task LargeFiles_AreReadLast_OneByOne()
    {
        _reader.Lengths["a.md"] = 5_000_000;
        _reader.Lengths["b.md"] = 5_000_000;
        var progress = new RecordedProgress();

        await _indexer.IndexAsync(Request, progress, Cancelled);

        // The small file, its commit, and each of the others.
        Assert.Equal([1, 1, 2, 3], progress.Reports.Select(r => r.Done));
    }

    [Fact]
    public async Task ARunThatMayNotRemoveMost_ShowsNothingBeforeItsEnd()
    {
        await _indexer.IndexAsync(Request, null, Cancelled);
        _reader.Delete("b.md");
        _reader.Delete("c.md");
        _reader.Set("a.md", "Apricots are orange.");
        var reads = new SemaphoreSlim(0);
        _reader.WaitAsync = (_, token) =>
        {
            reads.Release();
            return Task.Delay(Timeout.Infinite, token);
        };
        Task<IndexingReport> indexing = _indexer.IndexAsync(Request with { MayRemoveMost = false }, null, Cancelled);

        await reads.WaitAsync(Limit, Cancelled);
        _reader.WaitAsync = (_, _) => Task.CompletedTask;
        _time.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<RemovalNotConfirmedException>(() => indexing);
        Assert.Equal(["a#1"], await _host.FindAsync("apples"));
        Assert.Equal(["b#1"], await _host.FindAsync("bananas"));
    }

    [Fact]
    public async Task ALargeFirstIndex_IsCommittedOnTheWay()
    {
        for (int i = 0; i < 200; i++)
        {
            _reader.Set($"{i:000}.md", $"Number {i} is here.");
        }

        _reader.OnRead = () => _time.Advance(TimeSpan.FromMilliseconds(200));
        var progress = new RecordedProgress();

        IndexingReport report = await _indexer.IndexAsync(Request, progress, Cancelled);

        Assert.Equal(203, report.Added);
        Assert.Contains(progress.Reports, p => p.IsCommitted && p.Done < 203);
        Assert.Equal(203, _host.Index.ReadManifest(out _)?.Sources.Count);
    }

    [Fact]
    public async Task AFirstIndexThatWasBrokenOff_GoesOnFromItsLastCommit()
    {
        for (int i = 0; i < 200; i++)
        {
            _reader.Set($"{i:000}.md", $"Number {i} is here.");
        }

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        _reader.OnRead = () =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(200));
            if (_host.Index.ReadManifest(out _) is not null)
            {
                stopping.Cancel();
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _indexer.IndexAsync(Request, null, stopping.Token)
        );
        int committed = _host.Index.ReadManifest(out _)!.Sources.Count;
        _reader.Reads.Clear();
        _reader.OnRead = () => { };

        IndexingReport report = await _indexer.IndexAsync(Request, null, Cancelled);

        Assert.InRange(committed, 1, 202);
        Assert.Equal(committed, report.Unchanged);
        Assert.Equal(203 - committed, _reader.Reads.Count);
        Assert.Equal(203, _host.Index.ReadManifest(out _)!.Sources.Count);
    }

    [Fact]
    public async Task IndexingOfAVeryLongArticle_StopsInItsMidst()
    {
        // Alone: smaller files are read and committed before it.
        _reader.Delete("b.md");
        _reader.Delete("c.md");
        _reader.Set("a.md", string.Join(' ', Enumerable.Repeat("An apple is red.", 400_000)));
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _reader.OnRead = () => read.TrySetResult();
        Task<IndexingReport> indexing = Task.Run(() => _indexer.IndexAsync(Request, null, stopping.Token), Cancelled);

        await read.Task.WaitAsync(Limit, Cancelled);
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => indexing.WaitAsync(Limit, Cancelled));
        Assert.Null(_host.Index.ReadManifest(out _));
    }

    private sealed class RecordedProgress : IProgress<IndexingProgress>
    {
        private readonly List<IndexingProgress> _reports = [];

        public IReadOnlyList<IndexingProgress> Reports => _reports;

        public void Report(IndexingProgress value) => _reports.Add(value);
    }
}
