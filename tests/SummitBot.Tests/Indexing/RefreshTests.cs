using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SummitBot.Core.Access;
using SummitBot.Core.Corpus;
using SummitBot.Tests.Web;

namespace SummitBot.Tests.Indexing;

/// <summary>Readers of an index that another process writes.</summary>
public sealed class RefreshTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly HeldClock _time = new();
    private readonly IndexHost _host;

    public RefreshTests()
    {
        _host = new IndexHost(IndexPath, _time);
        _host.Build(IndexHost.CreateArticle("old", "The rockets stood on the pad."));
    }

    private string IndexPath => _folder["index"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _time.Dispose();
        _host.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task ReadersThatComeTogether_RightAfterTheFirstCommit_AllFindIt()
    {
        // The order of the readers is up to the threads.
        for (int i = 0; i < 20; i++)
        {
            using var host = new IndexHost(_folder[$"new-{i}"], _time);
            Assert.Throws<IndexUnavailableException>(() => host.Catalog.List(AccessScope.Public));
            host.Build(IndexHost.CreateArticle("old", "The rockets stood on the pad."));

            int[] counts = await Task.WhenAll(
                Enumerable
                    .Range(0, 8)
                    .Select(_ => Task.Run(() => host.Catalog.List(AccessScope.Public).Count, Cancelled))
            );

            Assert.All(counts, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public async Task ACommitThatCannotBeRead_LeavesTheOneBeforeInUse_AndTheLogSaysSoOnce()
    {
        Assert.Equal(["old#1"], await _host.FindAsync("rockets"));
        (string Path, byte[] Bytes)[] commits =
        [
            .. Directory.GetFiles(IndexPath, "segments_*").Select(path => (path, File.ReadAllBytes(path))),
        ];
        Array.ForEach(commits, c => File.WriteAllText(c.Path, "broken"));

        for (int i = 0; i < 3; i++)
        {
            _time.Advance(Interval);
            Assert.Equal(["old#1"], await _host.FindAsync("rockets"));
        }

        LogRecorder.LogLine line = Assert.Single(_host.Logs.Lines, l => l.Level == LogLevel.Error);
        Assert.Contains("damaged", line.Text, StringComparison.Ordinal);
        Assert.Null(_host.Index.ReadManifest(out IndexError? error));
        Assert.Equal(IndexError.Corrupt, error);
        Assert.Equal(["old#1"], await _host.FindAsync("rockets"));

        Array.ForEach(commits, c => File.WriteAllBytes(c.Path, c.Bytes));
        using var other = new IndexHost(IndexPath);
        other.Write(rebuild: false, IndexHost.CreateArticle("new", "Submarines dive."));
        _time.Advance(Interval);

        Assert.Equal(["new#1"], await _host.FindAsync("submarines"));
    }

    [Fact]
    public async Task WhileOneRequestLooksForANewerCommit_OthersAreServed()
    {
        Assert.Single(_host.Catalog.List(AccessScope.Public));
        _time.Advance(Interval);
        Task looking = Task.Run(
            () =>
            {
                _time.HoldAtSecondLook();
                _host.Catalog.List(AccessScope.Public);
            },
            Cancelled
        );
        await _time.Held.WaitAsync(Limit, Cancelled);

        Assert.Equal(
            ["old#1"],
            await Task.Run(() => _host.FindAsync("rockets"), Cancelled).WaitAsync(Limit, Cancelled)
        );

        Assert.False(looking.IsCompleted);
        _time.Release();
        await looking;
    }

    [Fact]
    public void AFileInPlaceOfTheFolder_IsForgottenOnceItIsGone()
    {
        string path = _folder["blocked"];
        File.WriteAllText(path, "a file");
        using var host = new IndexHost(path);
        Assert.Throws<IndexUnavailableException>(() => host.Catalog.List(AccessScope.Public));

        File.Delete(path);
        host.Build(IndexHost.CreateArticle("a", "Text."));

        Assert.Single(host.Catalog.List(AccessScope.Public));
    }

    /// <summary>
    /// A clock that blocks one thread: a request reads it to check whether it is time to refresh, and again after the
    /// refresh.
    /// </summary>
    private sealed class HeldClock : TimeProvider, IDisposable
    {
        private readonly FakeTimeProvider _time = new();
        private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _released = new();
        private readonly ThreadLocal<int> _looksLeft = new();

        public Task Held => _held.Task;

        public override long TimestampFrequency => _time.TimestampFrequency;

        public void Advance(TimeSpan span) => _time.Advance(span);

        /// <summary>Blocks the calling thread at its second reading from now.</summary>
        public void HoldAtSecondLook() => _looksLeft.Value = 2;

        public void Release() => _released.Set();

        public override DateTimeOffset GetUtcNow() => _time.GetUtcNow();

        public override long GetTimestamp()
        {
            if (_looksLeft.Value > 0 && --_looksLeft.Value == 0)
            {
                _held.SetResult();
                _released.Wait(TestContext.Current.CancellationToken);
            }

            return _time.GetTimestamp();
        }

        public void Dispose()
        {
            _released.Dispose();
            _looksLeft.Dispose();
        }
    }
}
