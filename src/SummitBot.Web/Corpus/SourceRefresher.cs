using Microsoft.Extensions.Options;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;

namespace SummitBot.Web.Corpus;

/// <summary>
/// Looks at each fetched source when its time has come, each by itself: one that is slow or broken does not hold up the
/// others. A request brings its time forward. What is new comes into the index by its files.
/// </summary>
public sealed partial class SourceRefresher(
    ISourceFetcher fetcher,
    CorpusSignal signal,
    SourceSignals requests,
    SourceLog log,
    IOptions<CorpusOptions> options,
    TimeProvider time,
    ILogger<SourceRefresher> logger
) : BackgroundService
{
    /// <summary>Between two looks, whatever is requested.</summary>
    internal static readonly TimeSpan MinPause = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(options.Value.ListSources().Where(s => s.IsFetched).Select(s => FollowAsync(s, stoppingToken)));

    private async Task FollowAsync(Source source, CancellationToken cancellationToken)
    {
        while (true)
        {
            requests.Take(source.Name);
            try
            {
                FetchReport report = await fetcher.FetchAsync(source, isDryRun: false, cancellationToken);
                log.Add(source, report);
                Tell(source, report);
                if (report.HasChanged)
                {
                    signal.Raise();
                }
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                log.Add(source, report: null);
                LogBroken(logger, source.Name, e);
            }

            await Task.Delay(MinPause, time, cancellationToken);
            TimeSpan rest = TimeSpan.FromSeconds(source.Options.EverySeconds) - MinPause;
            await requests.WaitAsync(source.Name, rest, cancellationToken);
        }
    }

    private void Tell(Source source, FetchReport report)
    {
        LogFetched(logger, source.Name, report);
        if (report.Items.FirstOrDefault(i => i.Outcome == FetchOutcome.Failed) is { } failed)
        {
            LogFailed(logger, source.Name, SingleLine.Escape($"{failed.Address}: {failed.Reason}"));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Source {Source}: {Report}")]
    private static partial void LogFetched(ILogger logger, string source, FetchReport report);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Source}, the first that failed: {Reason}")]
    private static partial void LogFailed(ILogger logger, string source, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Source {Source} could not be looked at for an unexpected reason")]
    private static partial void LogBroken(ILogger logger, string source, Exception exception);
}
