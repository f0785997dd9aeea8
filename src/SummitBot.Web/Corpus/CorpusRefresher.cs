using Microsoft.Extensions.Options;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;

namespace SummitBot.Web.Corpus;

/// <summary>
/// Keeps the index up to date with the corpus in the background: once at start, then at the configured interval; or, when
/// another host builds it, with that host's snapshots. After an error, the host continues with the existing index, and
/// this tries again.
/// </summary>
public sealed partial class CorpusRefresher(
    CorpusIndexer indexer,
    IPassageIndex index,
    SharedIndex shared,
    IndexStatus status,
    CorpusSignal signal,
    CorpusWatcher watcher,
    IOptions<ArticlesOptions> received,
    IOptions<CorpusOptions> options,
    TimeProvider time,
    ILogger<CorpusRefresher> logger
) : BackgroundService
{
    /// <summary>The pause before another try after an error; clients are told to wait the same time.</summary>
    public static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(10);

    private readonly HashSet<ArticleReadFailure> _loggedFailures = [];
    private int _loggedLeftOut;
    private string? _loggedError;
    private string? _loggedVectorError;
    private Task _vectors = Task.CompletedTask;
    private CancellationTokenSource? _embedding;
    private volatile bool _hasNewer;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Task keeping = shared.KeepLeaseAsync(stoppingToken);
        try
        {
            await FollowAsync(stoppingToken);
        }
        finally
        {
            await StopVectorsAsync();
            await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await shared.ReleaseAsync();
        }
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        ShowIndex();
        shared.Subscribe();
        int seconds = options.Value.RefreshSeconds;
        bool hasWebhook = options.Value.ListSources().Any(s => s.Options.WebhookSecret.Length > 0);
        while (true)
        {
            if (seconds > 0)
            {
                watcher.WatchNew();
            }

            IReadOnlyList<TaskCompletionSource<bool>> requests = signal.TakeRequests();
            (bool succeeded, bool isBuilder) = await TryRefreshAsync(stoppingToken);
            if (!isBuilder && requests.Count > 0)
            {
                shared.RequestBuild();
            }

            foreach (TaskCompletionSource<bool> request in requests)
            {
                request.TrySetResult(succeeded && isBuilder);
            }

            if (isBuilder)
            {
                KeepVectors(stoppingToken);
            }

            if (succeeded && seconds == 0 && !received.Value.IsOpen && !hasWebhook && !shared.IsShared)
            {
                return;
            }

            TimeSpan? pause =
                !succeeded ? RetryPause
                : shared.IsShared ? shared.GetPause(seconds)
                : seconds == 0 ? null
                : TimeSpan.FromSeconds(seconds);
            await signal.WaitAsync(pause, stoppingToken);
        }
    }

    /// <summary>Whether the index is as it should be, and whether it is this host that builds it.</summary>
    private async Task<(bool Succeeded, bool IsBuilder)> TryRefreshAsync(CancellationToken cancellationToken)
    {
        bool isBuilder = !shared.IsShared;
        try
        {
            isBuilder = await shared.PrepareAsync(StopVectorsAsync, cancellationToken);
            if (isBuilder)
            {
                await RefreshAsync(cancellationToken);
                await shared.PublishAsync(cancellationToken);
            }
            else
            {
                ShowIndex();
                status.ShowRefresh(failures: 0, time.GetUtcNow());
            }

            _loggedError = null;
            return (isBuilder || status.Current is not null, isBuilder);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error) when (error is CorpusUnavailableException or IndexUnavailableException)
        {
            LogOnce(error.Message);
        }
        catch (Exception unexpected)
        {
            LogUnexpected(logger, unexpected);
        }

        ShowIndex();
        if (isBuilder)
        {
            shared.GiveUp();
        }

        return (false, isBuilder);
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        bool wasReady = status.Current is not null;
        IndexingReport report = await indexer.IndexAsync(
            new IndexingRequest(options.Value.AllPaths)
            {
                LeavesVectors = true,
                // Without further looks, nobody would read the slow files; and others get whole indexes alone.
                Interruption = options.Value.RefreshSeconds > 0 && !shared.IsShared ? signal.GetChange() : null,
                PathsThatMayBeMissing = options.Value.SourcePaths,
            },
            // Hosts that share an index answer alike: none shows the first part of one.
            shared.IsShared
                ? null
                : new IndexCommitWatcher(ShowIndex),
            cancellationToken
        );
        ShowWholeIndex();
        status.ShowRefresh(report.Failures.Count, time.GetUtcNow());
        foreach (ArticleReadFailure failure in report.Failures.Where(_loggedFailures.Add))
        {
            LogFailure(logger, SingleLine.Escape(failure.Source), SingleLine.Escape(failure.Reason));
        }

        if (report.LeftOut.Count != _loggedLeftOut)
        {
            _loggedLeftOut = report.LeftOut.Count;
            LogLeftOut(logger, report.LeftOut.Count);
        }

        foreach (ArticleNotice notice in report.Notices)
        {
            LogNotice(logger, SingleLine.Escape(notice.Source), SingleLine.Escape(notice.Text));
        }

        _loggedFailures.IntersectWith(report.Failures);
        if (status.Current is { } ready && (report.Committed || !wasReady))
        {
            LogReady(logger, ready.Articles, ready.Passages, report.Failures.Count);
        }
    }

    /// <summary>Vectors take far longer than the index, which goes on following the corpus meanwhile.</summary>
    private void KeepVectors(CancellationToken cancellationToken)
    {
        if (_vectors.IsCompleted)
        {
            _embedding?.Dispose();
            _embedding = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            CancellationToken embedding = _embedding.Token;
            _vectors = Task.Run(() => UpdateVectorsAsync(embedding), CancellationToken.None);
        }
        else
        {
            _hasNewer = true;
        }
    }

    private async Task StopVectorsAsync()
    {
        if (_embedding is not null)
        {
            await _embedding.CancelAsync();
        }

        await _vectors.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task UpdateVectorsAsync(CancellationToken cancellationToken)
    {
        do
        {
            _hasNewer = false;
            try
            {
                VectorReport? vectors = await indexer.UpdateVectorsAsync(progress: null, cancellationToken);
                LogVectors(vectors);
                if (shared.IsShared && vectors is { Embedded: > 0 })
                {
                    // The next look publishes them.
                    signal.Raise();
                }
            }
            catch (Exception unexpected) when (!cancellationToken.IsCancellationRequested)
            {
                LogUnexpected(logger, unexpected);
            }
        } while (_hasNewer && !cancellationToken.IsCancellationRequested);
    }

    private void LogVectors(VectorReport? vectors)
    {
        foreach (string note in vectors?.Notes ?? [])
        {
            LogVectorNote(logger, note);
        }

        if (vectors?.Error is { } error && error != _loggedVectorError)
        {
            LogVectorError(logger, vectors.Missing, error);
        }

        _loggedVectorError = vectors?.Error;
    }

    private void ShowIndex()
    {
        if (!shared.MayBePartial)
        {
            ShowWholeIndex();
        }
    }

    private void ShowWholeIndex()
    {
        IndexManifest? manifest = index.ReadManifest(out _);
        status.Current = manifest is null
            ? null
            : new IndexSnapshot(
                manifest.Sources.Count(s => s.Article is not null),
                manifest.PassageCount,
                manifest.CommittedAt
            );
    }

    /// <summary>A repeated error is logged once.</summary>
    private void LogOnce(string error)
    {
        if (_loggedError != error)
        {
            _loggedError = error;
            LogError(logger, SingleLine.Escape(error), (int)RetryPause.TotalSeconds);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Ready: {Articles} articles, {Passages} passages, {Failures} files failed"
    )]
    private static partial void LogReady(ILogger logger, int articles, int passages, int failures);

    [LoggerMessage(Level = LogLevel.Information, Message = "Vectors: {Note}")]
    private static partial void LogVectorNote(ILogger logger, string note);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Missing} passages are without a vector: {Error}")]
    private static partial void LogVectorError(ILogger logger, int missing, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not indexed: {Source}: {Reason}")]
    private static partial void LogFailure(ILogger logger, string source, string reason);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Count} files of kinds that are not read, and drafts, were left out: summitbot index lists them"
    )]
    private static partial void LogLeftOut(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Changed: {Source}: {Notice}")]
    private static partial void LogNotice(ILogger logger, string source, string notice);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The index could not be refreshed, trying again every {Seconds} s: {Error}"
    )]
    private static partial void LogError(ILogger logger, string error, int seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "The index could not be refreshed for an unexpected reason")]
    private static partial void LogUnexpected(ILogger logger, Exception exception);
}
