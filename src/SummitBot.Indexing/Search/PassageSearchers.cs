using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.Extensions.Logging;
using SummitBot.Core.Access;
using SummitBot.Core.Corpus;
using SummitBot.Indexing.Storage;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace SummitBot.Indexing.Search;

/// <summary>
/// Gives access to the searcher of the newest commit, whichever process made it. Checks for a newer commit about once a
/// second. If that cannot be opened, the last searcher stays in use.
/// </summary>
internal sealed partial class PassageSearchers(IndexFolder folder, TimeProvider time, ILogger<PassageSearchers> logger)
    : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock _refreshing = new();
    private SearcherManager? _current;
    private LuceneDirectory? _opened;
    private long _refreshedAt;
    private volatile bool _isStale = true;
    private string? _loggedError;

    /// <summary>Without a searcher, every request tries again; with one, the next try is after the interval.</summary>
    private bool IsDue =>
        _isStale
        || Volatile.Read(ref _current) is null
        || time.GetElapsedTime(Interlocked.Read(ref _refreshedAt)) >= Interval;

    /// <param name="scope">What the user of the index may see of it.</param>
    /// <exception cref="IndexUnavailableException">There is no readable index.</exception>
    public T Use<T>(AccessScope scope, Func<PassageSearcher, T> use)
    {
        RefreshWhenDue();
        return folder.Reading(() => Borrow(searcher => use(searcher.Within(scope))));
    }

    /// <summary>Makes the newest commit the current one.</summary>
    /// <exception cref="IndexUnavailableException"> There is no readable index. A previously opened searcher stays in
    /// use. </exception>
    public void Refresh()
    {
        lock (_refreshing)
        {
            RefreshLocked();
        }
    }

    /// <summary>Announces a newer commit; the next reader opens it.</summary>
    public void Invalidate() => _isStale = true;

    public void Dispose() => Interlocked.Exchange(ref _current, null)?.Dispose();

    private void RefreshWhenDue()
    {
        if (!IsDue || !TryEnterRefresh())
        {
            return;
        }

        try
        {
            // Another request may have refreshed while this one waited.
            if (IsDue)
            {
                RefreshLocked();
            }
        }
        catch (IndexUnavailableException error) when (_current is not null)
        {
            LogOnce(error.Message);
        }
        finally
        {
            _refreshing.Exit();
        }
    }

    /// <summary>A request waits only when there is no searcher yet, or when a newer commit was announced.</summary>
    private bool TryEnterRefresh()
    {
        if (Volatile.Read(ref _current) is not null && !_isStale)
        {
            return _refreshing.TryEnter();
        }

        _refreshing.Enter();
        return true;
    }

    private void RefreshLocked()
    {
        _isStale = false;
        try
        {
            folder.Reading<object?>(() =>
            {
                OpenNewest();
                return null;
            });
            _loggedError = null;
        }
        finally
        {
            Interlocked.Exchange(ref _refreshedAt, time.GetTimestamp());
        }
    }

    private void OpenNewest()
    {
        folder.Follow();
        LuceneDirectory directory = folder.Directory;
        if (_current is null || directory != _opened || !IsSameLineage(_current))
        {
            Replace(new SearcherManager(directory, new Factory(folder)));
            _opened = directory;
        }
        else
        {
            _current.MaybeRefreshBlocking();
        }
    }

    private void LogOnce(string error)
    {
        if (_loggedError != error)
        {
            _loggedError = error;
            LogKept(logger, error);
        }
    }

    /// <summary>
    /// The engine identifies segments by name. That is wrong after the folder was emptied and filled again, so
    /// everything is reopened.
    /// </summary>
    private bool IsSameLineage(SearcherManager current)
    {
        var newest = new SegmentInfos();
        newest.Read(folder.Directory);
        string? lineage = IndexLayout.GetLineage(newest.UserData);
        return Borrow(
            current,
            searcher => string.Equals(IndexLayout.GetLineage(searcher.UserData), lineage, StringComparison.Ordinal)
        );
    }

    private void Replace(SearcherManager? next) => Interlocked.Exchange(ref _current, next)?.Dispose();

    private T Borrow<T>(Func<PassageSearcher, T> use)
    {
        while (true)
        {
            SearcherManager current =
                Volatile.Read(ref _current) ?? throw LuceneErrorMapper.Describe(IndexError.Missing, folder);
            try
            {
                return Borrow(current, use);
            }
            catch (ObjectDisposedException) when (!ReferenceEquals(current, Volatile.Read(ref _current)))
            {
                // The searcher was replaced after the field was read; the next attempt gets the new one.
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

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The newest index cannot be opened, so the previous one stays in use: {Error}"
    )]
    private static partial void LogKept(ILogger logger, string error);

    private sealed class Factory(IndexFolder folder) : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            var searcher = new PassageSearcher((DirectoryReader)reader);
            if (!IndexLayout.IsOurs(searcher.UserData))
            {
                throw LuceneErrorMapper.Describe(IndexError.OtherLayout, folder);
            }

            SegmentIntegrity.Check(searcher.IndexReader);
            return searcher;
        }
    }
}
