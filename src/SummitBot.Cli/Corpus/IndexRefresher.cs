using System.Globalization;
using SummitBot.Core.Corpus;
using SummitBot.Terminal;

namespace SummitBot.Cli.Corpus;

/// <summary>Brings the index up to date before it is read, and says on standard error what was done, if anything.</summary>
public sealed class IndexRefresher(
    CorpusIndexer indexer,
    CorpusChoice choice,
    IndexingDisplay display,
    StandardStreams streams
)
{
    /// <summary>
    /// Makes or refreshes the index. An index that can be read but not be written just now is used as it is, with a
    /// warning.
    /// </summary>
    /// <exception cref="CorpusUnavailableException">A path of the corpus does not exist.</exception>
    /// <exception cref="IndexUnavailableException">There is no index, and none can be made.</exception>
    public async Task EnsureFreshAsync(IReadOnlyList<string> namedCorpus, CancellationToken cancellationToken)
    {
        IndexingRequest request = choice.Choose(namedCorpus, out IndexManifest? manifest);
        try
        {
            IndexingReport report = await display.ShowAsync(
                progress => indexer.IndexAsync(request, progress, cancellationToken),
                cancellationToken
            );
            await ReportAsync(report);
        }
        catch (IndexUnavailableException e) when (manifest is not null && IsTransient(e.Error))
        {
            string warning = string.Create(
                CultureInfo.InvariantCulture,
                $"{e.Message} Using the index as it was at {manifest.CommittedAt:yyyy-MM-dd HH:mm} UTC."
            );
            await streams.Error.WriteLineAsync(TerminalText.Clean(warning));
        }
    }

    /// <summary>Trouble with writing, not with what is already written.</summary>
    private static bool IsTransient(IndexError error) =>
        error is IndexError.Locked or IndexError.ReadOnly or IndexError.DiskFull;

    private async Task ReportAsync(IndexingReport report)
    {
        if (report.Committed)
        {
            await streams.Error.WriteLineAsync(IndexingReportText.Summary(report));
        }

        foreach (string line in IndexingReportText.Vectors(report))
        {
            await streams.Error.WriteLineAsync(TerminalText.Clean(line));
        }

        if (report.Articles == 0)
        {
            await streams.Error.WriteLineAsync(IndexingReportText.NoArticles);
        }

        if (report.Failures.Count > 0)
        {
            await streams.Error.WriteLineAsync(
                $"{IndexingReportText.FailureCount(report)}: run `summitbot index` for the reasons."
            );
        }
    }
}
