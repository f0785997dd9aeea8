using Lucene.Net.Index;
using Lucene.Net.Search;
using SummitBot.Core.Corpus;
using SummitBot.Indexing.Storage;

namespace SummitBot.Indexing.Search;

/// <summary>
/// The one way to read the index: lends out the searcher of the newest commit, of whichever process made it. Looks for a
/// newer commit about once a second.
/// </summary>
internal sealed class PassageSearchers(IndexFolder folder, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock _refreshing = new();
    private SearcherManager? _current;
    private long _refreshedAt;
    private volatile bool _isStale = true;

    /// <exception cref="IndexUnavailableException">There is no readable index.</exception>
    public T Use<T>(Func<PassageSearcher, T> use)
    {
        if (_isStale || time.GetElapsedTime(Interlocked.Read(ref _refreshedAt)) >= Interval)
        {
            Refresh();
        }

        return folder.Reading(() => Borrow(use));
    }

    /// <summary>Makes the newest commit the current one.</summary>
    /// <exception cref="IndexUnavailableException">There is no readable index.</exception>
    public void Refresh()
    {
        lock (_refreshing)
        {
            _isStale = false;
            folder.Reading<object?>(() =>
            {
                RefreshLocked();
                return null;
            });
            Interlocked.Exchange(ref _refreshedAt, time.GetTimestamp());
        }
    }

    /// <summary>Says that there is a newer commit; the next reader sees it.</summary>
    public void Invalidate() => _isStale = true;

    public void Dispose() => Interlocked.Exchange(ref _current, null)?.Dispose();

    private void RefreshLocked()
    {
        try
        {
            if (_current is null || !IsSameLineage(_current))
            {
                Replace(new SearcherManager(folder.Directory, new Factory(folder)));
            }
            else
            {
                _current.MaybeRefreshBlocking();
            }
        }
        catch
        {
            _isStale = true;
            Replace(null);
            throw;
        }
    }

    /// <summary>
    /// The engine takes segments of the same name for the same segments. After the folder was emptied and filled again
    /// that is wrong, so everything is opened anew.
    /// </summary>
    private bool IsSameLineage(SearcherManager current)
    {
        var newest = new SegmentInfos();
        newest.Read(folder.Directory);
        string? lineage = IndexLayout.LineageOf(newest.UserData);
        return Borrow(
            current,
            searcher => string.Equals(IndexLayout.LineageOf(searcher.UserData), lineage, StringComparison.Ordinal)
        );
    }

    private void Replace(SearcherManager? next) => Interlocked.Exchange(ref _current, next)?.Dispose();

    private T Borrow<T>(Func<PassageSearcher, T> use)
    {
        while (true)
        {
            SearcherManager current =
                Volatile.Read(ref _current) ?? throw IndexTroubles.Describe(IndexTrouble.Missing, folder);
            try
            {
                return Borrow(current, use);
            }
            catch (ObjectDisposedException) when (!ReferenceEquals(current, Volatile.Read(ref _current)))
            {
                // Replaced between our look at the field and the loan: the next one is already there.
            }
        }
    }

    private static T Borrow<T>(SearcherManager manager, Func<PassageSearcher, T> use)
    {
        IndexSearcher searcher = manager.Acquire();
        try
        {
            return use((PassageSearcher)searcher);
        }
        finally
        {
            manager.Release(searcher);
        }
    }

    private sealed class Factory(IndexFolder folder) : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            var searcher = new PassageSearcher((DirectoryReader)reader);
            if (!IndexLayout.IsOurs(searcher.UserData))
            {
                throw IndexTroubles.Describe(IndexTrouble.OtherLayout, folder);
            }

            SegmentIntegrity.Check(searcher.IndexReader);
            return searcher;
        }
    }
}
