using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Core.Storage;
using SummitBot.Hosting.Hosts;

namespace SummitBot.Web.Corpus;

/// <summary>
/// The part of this host in an index that several share by <see cref="IIndexSnapshots"/>: one of them holds the lease,
/// builds the index and publishes it; the others install what it published. When that host is lost or cannot build,
/// another one goes on from the last snapshot.
/// </summary>
public sealed partial class SharedIndex(
    IIndexSnapshots snapshots,
    IHostLease lease,
    IHostSignals signals,
    CorpusSignal signal,
    TimeProvider time,
    ILogger<SharedIndex> logger
)
{
    /// <summary>Tells the other hosts to look: there is a snapshot, or the corpus has changed.</summary>
    private const string Topic = "index";

    /// <summary>How long a host that stops may wait for the database.</summary>
    private static readonly TimeSpan MaxRelease = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(60);

    private volatile bool _isBuilder;
    private long _restsUntil;
    private string? _installed;

    public bool IsShared => snapshots.IsEnabled;

    /// <summary>Hosts of another layout build an index of their own.</summary>
    private string Work => $"index {snapshots.Layout}";

    /// <summary>True when this host's index may be the first part of one whose building was interrupted.</summary>
    public bool MayBePartial => IsShared && !snapshots.HasInstalled;

    /// <summary>How long to wait for a message of another host, as it can be lost.</summary>
    public TimeSpan GetPause(int refreshSeconds) =>
        refreshSeconds == 0 || refreshSeconds > MaxPause.TotalSeconds ? MaxPause : TimeSpan.FromSeconds(refreshSeconds);

    /// <summary>Lets messages of other hosts wake this one.</summary>
    public void Subscribe()
    {
        if (IsShared)
        {
            signals.Subscribe(Topic, _ => signal.Raise());
            signals.SubscribeToGaps(signal.Raise);
        }
    }

    /// <summary>Renews the lease until cancelled, however long a build takes, and takes it from a lost host.</summary>
    public async Task KeepLeaseAsync(CancellationToken cancellationToken)
    {
        if (!IsShared || lease.Duration == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        using var timer = new PeriodicTimer(lease.Duration / 3, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            bool wasBuilder = _isBuilder;
            if (await TryHoldAsync(cancellationToken) && !wasBuilder)
            {
                signal.Raise();
            }
        }
    }

    /// <summary>Installs the current snapshot, unless it is this host's index already.</summary>
    /// <param name="beforeExchange">Ends what writes beside the index.</param>
    /// <returns>True when this host must bring the index up to date with the corpus.</returns>
    /// <exception cref="IndexUnavailableException">The current snapshot cannot be installed.</exception>
    public async Task<bool> PrepareAsync(Func<Task> beforeExchange, CancellationToken cancellationToken)
    {
        if (!IsShared)
        {
            return true;
        }

        bool isBuilder = await TryHoldAsync(cancellationToken);
        bool isPinned = snapshots.IsPinned();
        try
        {
            if (snapshots.NeedsInstall(isBuilder))
            {
                await beforeExchange();
            }

            IndexSnapshotInfo? current = await snapshots.InstallAsync(isBuilder, cancellationToken);
            if (current is not null && _installed != current.Id)
            {
                _installed = current.Id;
                LogInstalled(logger, current.Id, current.Articles, current.IsPinned ? ", which is pinned" : "");
            }
        }
        catch (IndexUnavailableException error) when (isBuilder && !isPinned)
        {
            // It publishes another one.
            LogNotInstalled(logger, SingleLine.Escape(error.Message));
        }

        return isBuilder && !isPinned;
    }

    /// <summary>Publishes the index when it has changed, and tells the other hosts.</summary>
    /// <exception cref="IndexUnavailableException">The folder of snapshots cannot be written.</exception>
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        // A host that was suspended while it built may have been replaced.
        if (IsShared && await TryHoldAsync(cancellationToken) && await snapshots.PublishAsync(cancellationToken))
        {
            signals.Publish(Topic, "published");
        }
    }

    /// <summary>Asks the host that builds the index to look at the corpus.</summary>
    public void RequestBuild() => signals.Publish(Topic, "changed");

    /// <summary>Lets another host try what this one could not build.</summary>
    public void GiveUp()
    {
        if (IsShared && lease.Duration != Timeout.InfiniteTimeSpan)
        {
            Volatile.Write(ref _restsUntil, (time.GetUtcNow() + (2 * lease.Duration)).UtcTicks);
            _isBuilder = false;
        }
    }

    /// <summary>Lets another host build at once, when this one stops.</summary>
    public async Task ReleaseAsync()
    {
        if (!IsShared || !_isBuilder)
        {
            return;
        }

        _isBuilder = false;
        using var deadline = new CancellationTokenSource(MaxRelease, time);
        try
        {
            await lease.ReleaseAsync(Work, deadline.Token);
            signals.Publish(Topic, "released");
        }
        catch (Exception e) when (e is StorageUnavailableException or OperationCanceledException)
        {
            // The lease runs out by itself.
        }
    }

    private async Task<bool> TryHoldAsync(CancellationToken cancellationToken)
    {
        try
        {
            _isBuilder =
                time.GetUtcNow().UtcTicks >= Volatile.Read(ref _restsUntil)
                && await lease.TryHoldAsync(Work, cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            // The store has logged the error; another host may be building.
            _isBuilder = false;
        }

        return _isBuilder;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Snapshot {Id} of {Articles} articles is in use{Remark}")]
    private static partial void LogInstalled(ILogger logger, string id, int articles, string remark);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The current snapshot is not installed: {Error}")]
    private static partial void LogNotInstalled(ILogger logger, string error);
}
