using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Cli.Commands;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Terminal;

namespace SummitBot.Cli.Corpus;

/// <summary><c>summitbot index [PATH ...] [--rebuild]</c>.</summary>
public static class IndexCommand
{
    public static readonly IReadOnlyList<string> HelpNotes =
    [
        "Without a path it works on the corpus that the index was made of, or on the settings' corpus.",
        "The exit code is 2 when a file could not be read; the others are indexed all the same.",
        "",
        "Examples:",
        "  summitbot index",
        "  summitbot index ~/articles report.html --index /tmp/articles.index",
        "  summitbot index --corpus ~/articles --rebuild",
    ];

    public static Command Create(CommonFlags flags, CommandRunner runner)
    {
        ArgumentNullException.ThrowIfNull(flags);
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files and folders with articles; what is not among them leaves the index.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var rebuild = new Option<bool>("--rebuild")
        {
            Description = "Reads every file again and makes the index anew.",
        };
        var command = new Command("index", "Brings the index up to date with the articles and reports what changed.")
        {
            paths,
            rebuild,
            flags.Corpus,
            flags.Index,
        };
        command.Validators.Add(result =>
        {
            if (UnknownFlags.In(result.GetResult(paths)) is { } unknown)
            {
                result.AddError(unknown);
            }
        });
        command.SetAction(parsed =>
            runner.RunAsync(
                flags.Read(parsed),
                (services, token) =>
                    IndexAsync(
                        services,
                        [.. parsed.GetValue(paths) ?? [], .. flags.Read(parsed).Corpus],
                        parsed.GetValue(rebuild),
                        token
                    )
            )
        );
        return command;
    }

    private static async Task<int> IndexAsync(
        IServiceProvider services,
        IReadOnlyList<string> paths,
        bool rebuild,
        CancellationToken cancellationToken
    )
    {
        var indexer = services.GetRequiredService<CorpusIndexer>();
        IndexingRequest request = services.GetRequiredService<CorpusChoice>().Choose(paths, out _) with
        {
            Rebuild = rebuild,
        };
        IndexingReport report = await services
            .GetRequiredService<IndexingDisplay>()
            .ShowAsync(progress => indexer.IndexAsync(request, progress, cancellationToken), cancellationToken);
        await ReportAsync(report, services.GetRequiredService<StandardStreams>());
        return report.Failures.Count == 0 ? ExitCode.Success : ExitCode.Trouble;
    }

    private static async Task ReportAsync(IndexingReport report, StandardStreams streams)
    {
        if (IndexingReportText.Rebuilt(report) is { } rebuilt)
        {
            await streams.Error.WriteLineAsync(rebuilt);
        }

        await streams.Out.WriteLineAsync(IndexingReportText.Summary(report));
        foreach (string line in IndexingReportText.Vectors(report))
        {
            await streams.Error.WriteLineAsync(TerminalText.Clean(line));
        }

        if (report.Articles == 0)
        {
            await streams.Error.WriteLineAsync(IndexingReportText.NoArticles);
        }

        foreach (ArticleNotice notice in report.Notices)
        {
            await streams.Error.WriteLineAsync(SingleLine.Escape($"{notice.Source}: {notice.Text}"));
        }

        if (report.Failures.Count > 0)
        {
            await streams.Error.WriteLineAsync($"{IndexingReportText.FailureCount(report)}:");
        }

        foreach (ArticleReadFailure failure in report.Failures)
        {
            await streams.Error.WriteLineAsync(SingleLine.Escape($"- {TextOf(failure)}"));
        }
    }

    private static string TextOf(ArticleReadFailure failure) =>
        failure.Reason.Contains(failure.Source, StringComparison.Ordinal)
            ? failure.Reason
            : $"{failure.Source}: {failure.Reason}";
}
