using Microsoft.Extensions.Options;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;

namespace SummitBot.Web.Corpus;

/// <summary>
/// Keeps the index up to date with the corpus in the background: once at start, then at the configured interval. After
/// an error, the host continues with the existing index, and this tries again.
/// </summary>
public sealed partial class CorpusRefresher(
    CorpusIndexer indexer,
    IPassageIndex index,
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
    private volatile bool _hasNewer;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await FollowAsync(stoppingToken);
        }
        finally
        {
            await _vectors.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        ShowIndex();
        int seconds = options.Value.RefreshSeconds;
        bool hasWebhook = options.Value.ListSources().Any(s => s.Options.WebhookSecret.Length > 0);
        while (true)
        {
            if (seconds > 0)
            {
                watcher.WatchNew();
            }

            IReadOnlyList<TaskCompletionSource<bool>> requests = signal.TakeRequests();
            bool succeeded = await TryRefreshAsync(stoppingToken);
            foreach (TaskCompletionSource<bool> request in requests)
            {
                request.TrySetResult(succeeded);
            }

            KeepVectors(stoppingToken);
            if (succeeded && seconds == 0 && !received.Value.IsOpen && !hasWebhook)
            {
                return;
            }

            TimeSpan? pause =
                !succeeded ? RetryPause
                : seconds == 0 ? null
                : TimeSpan.FromSeconds(seconds);
            await signal.WaitAsync(pause, stoppingToken);
        }
    }

    private async Task<bool> TryRefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RefreshAsync(cancellationToken);
            return true;
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
        return false;
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        bool wasReady = status.Current is not null;
        IndexingReport report = await indexer.IndexAsync(
            new IndexingRequest(options.Value.AllPaths)
            {
                LeavesVectors = true,
                // Without further looks, nobody would read the slow files.
                Interruption = options.Value.RefreshSeconds > 0 ? signal.GetChange() : null,
                PathsThatMayBeMissing = options.Value.SourcePaths,
            },
            new IndexCommitWatcher(ShowIndex),
            cancellationToken
        );
        ShowIndex();
        status.ShowRefresh(report.Failures.Count, time.GetUtcNow());
        _loggedError = null;
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
            _vectors = Task.Run(() => UpdateVectorsAsync(cancellationToken), CancellationToken.None);
        }
        else
        {
            _hasNewer = true;
        }
    }

    private async Task UpdateVectorsAsync(CancellationToken cancellationToken)
    {
        do
        {
            _hasNewer = false;
            try
            {
                LogVectors(await indexer.UpdateVectorsAsync(progress: null, cancellationToken));
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
