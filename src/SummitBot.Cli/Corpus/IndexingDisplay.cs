using System.Globalization;
using Spectre.Console;
using SummitBot.Core.Corpus;
using SummitBot.Terminal;

namespace SummitBot.Cli.Corpus;

/// <summary>Shows how far indexing is, on standard error: a bar on a terminal, plain lines otherwise, nothing when it is quick.</summary>
public sealed class IndexingDisplay(StandardStreams streams, TimeProvider time)
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BarInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);

    /// <summary>Runs the indexing and shows its progress; an exception of the work is thrown on.</summary>
    public async Task<IndexingReport> ShowAsync(
        Func<IProgress<IndexingProgress>, Task<IndexingReport>> index,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(index);
        var latest = new LatestProgress();
        Task<IndexingReport> work = Task.Run(() => index(latest), cancellationToken);
        if (!await IsDoneWithinAsync(work, Delay))
        {
            await (streams.IsErrorTerminal ? ShowBarAsync(work, latest) : ShowLinesAsync(work, latest));
        }

        return await work;
    }

    private Task ShowBarAsync(Task work, LatestProgress latest) =>
        streams
            .ErrorConsole.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(async context =>
            {
                ProgressTask bar = context.AddTask("Indexing", maxValue: 1);
                do
                {
                    IndexingProgress progress = latest.Value;
                    bar.Description = progress.Stage == IndexingStage.Vectors ? "Embedding" : "Indexing";
                    bar.MaxValue = Math.Max(1, progress.Total);
                    bar.Value = progress.Done;
                } while (!await IsDoneWithinAsync(work, BarInterval));
            });

    private async Task ShowLinesAsync(Task work, LatestProgress latest)
    {
        do
        {
            await streams.Error.WriteLineAsync(FormatLine(latest.Value));
        } while (!await IsDoneWithinAsync(work, LineInterval));
    }

    private static string FormatLine(IndexingProgress progress) =>
        progress switch
        {
            { Total: 0 } => "Indexing...",
            { Stage: IndexingStage.Vectors } => string.Create(
                CultureInfo.InvariantCulture,
                $"Embedding: {progress.Done} of {progress.Total} sentences"
            ),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"Indexing: {progress.Done} of {progress.Total} files, {progress.BytesDone / 1e6:0.0} MB"
            ),
        };

    private async Task<bool> IsDoneWithinAsync(Task work, TimeSpan span)
    {
        using var waiting = new CancellationTokenSource();
        Task first = await Task.WhenAny(work, Task.Delay(span, time, waiting.Token));
        await waiting.CancelAsync();
        return first == work;
    }
}
