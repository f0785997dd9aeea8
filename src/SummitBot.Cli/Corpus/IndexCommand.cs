using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SummitBot.Cli.Commands;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Terminal;

namespace SummitBot.Cli.Corpus;

/// <summary><c>summitbot index [PATH ...] [--rebuild] [--dry-run] [--yes]</c>.</summary>
public static class IndexCommand
{
    public static readonly IReadOnlyList<string> HelpNotes =
    [
        "Without a path it works on the settings' corpus, or on the one that the index named with --index was made of.",
        "Another corpus gets an index of its own, beside the settings' one, unless --index names one.",
        "The exit code is 2 when a file could not be read, or none was an article; the others are indexed all the same.",
        "",
        "Examples:",
        "  summitbot index",
        "  summitbot index ~/articles report.html --index /tmp/articles.index",
        "  summitbot index --corpus ~/articles --rebuild",
        "  summitbot index --dry-run --skip '*.csv'",
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
        var dryRun = new Option<bool>("--dry-run") { Description = "Tells what would change, and changes nothing." };
        var yes = new Option<bool>("--yes")
        {
            Description = "Does not ask before more than half of the articles leave the index.",
        };
        var command = new Command("index", "Brings the index up to date with the articles and reports what changed.")
        {
            paths,
            rebuild,
            dryRun,
            yes,
            flags.Corpus,
            flags.Skip,
            flags.Index,
        };
        command.Validators.Add(result =>
        {
            if (UnknownFlags.Find(result.GetResult(paths)) is { } unknown)
            {
                result.AddError(unknown);
            }
        });
        command.SetAction(parsed =>
        {
            CommonFlagValues values = flags.Read(parsed);
            values = values with { Corpus = [.. parsed.GetValue(paths) ?? [], .. values.Corpus] };
            return runner.RunAsync(
                values,
                (services, token) =>
                {
                    IndexingRequest request = services
                        .GetRequiredService<CorpusChoice>()
                        .Choose(values.Corpus, out _) with
                    {
                        Rebuild = parsed.GetValue(rebuild),
                        IsDryRun = parsed.GetValue(dryRun),
                        MayRemoveMost = parsed.GetValue(yes) || parsed.GetValue(dryRun),
                    };
                    return IndexAsync(services, request, token);
                }
            );
        });
        return command;
    }

    private static async Task<int> IndexAsync(
        IServiceProvider services,
        IndexingRequest request,
        CancellationToken cancellationToken
    )
    {
        var streams = services.GetRequiredService<StandardStreams>();
        IndexingReport report;
        try
        {
            report = await RunAsync(services, request, cancellationToken);
        }
        catch (RemovalNotConfirmedException e)
        {
            if (!await ConfirmAsync(e, streams, cancellationToken))
            {
                return ExitCode.Failure;
            }

            report = await RunAsync(services, request with { MayRemoveMost = true }, cancellationToken);
        }

        if (request.IsDryRun)
        {
            await ReportChangesAsync(report, streams);
        }

        await ReportAsync(report, request, services);
        return report.Failures.Count == 0 && report.Articles > 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private static Task<IndexingReport> RunAsync(
        IServiceProvider services,
        IndexingRequest request,
        CancellationToken cancellationToken
    )
    {
        var indexer = services.GetRequiredService<CorpusIndexer>();
        return services
            .GetRequiredService<IndexingDisplay>()
            .ShowAsync(progress => indexer.IndexAsync(request, progress, cancellationToken), cancellationToken);
    }

    /// <summary>Asks a person; tells a program how to say yes.</summary>
    private static async Task<bool> ConfirmAsync(
        RemovalNotConfirmedException removal,
        StandardStreams streams,
        CancellationToken cancellationToken
    )
    {
        await streams.Error.WriteLineAsync(removal.Message);
        if (!streams.IsInputTerminal)
        {
            await streams.Error.WriteLineAsync(
                "Nothing was changed. See with --dry-run which ones, then add --yes when that is right."
            );
            return false;
        }

        await streams.Error.WriteAsync("Go on? [y/N] ");
        string answer = await streams.In.ReadLineAsync(cancellationToken) ?? "";
        return answer.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    private static async Task ReportChangesAsync(IndexingReport report, StandardStreams streams)
    {
        foreach (ArticleChange change in report.Changes)
        {
            string mark = change.Kind switch
            {
                ArticleChangeKind.Added => "+",
                ArticleChangeKind.Removed => "-",
                _ => "~",
            };
            await streams.Out.WriteLineAsync($"{mark} {change.Id}\t{SingleLine.Escape(change.Source)}");
        }
    }

    private static async Task ReportAsync(IndexingReport report, IndexingRequest request, IServiceProvider services)
    {
        var streams = services.GetRequiredService<StandardStreams>();
        if (IndexingReportText.Rebuilt(report) is { } rebuilt)
        {
            await streams.Error.WriteLineAsync(rebuilt);
        }

        await streams.Out.WriteLineAsync(
            request.IsDryRun ? IndexingReportText.DryRun(report) : IndexingReportText.Summary(report)
        );
        if (request.IsExplicit && !request.IsDryRun)
        {
            string index = services.GetRequiredService<IOptions<IndexOptions>>().Value.Path;
            await streams.Out.WriteLineAsync(TerminalText.Clean($"The index of this corpus is {index}."));
        }

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
            await ListAsync(report.Failures, streams);
        }

        if (report.LeftOut.Count > 0)
        {
            await streams.Error.WriteLineAsync($"{IndexingReportText.LeftOutCount(report)}:");
            await ListAsync(report.LeftOut, streams);
        }
    }

    private static async Task ListAsync(IReadOnlyList<ArticleReadFailure> failures, StandardStreams streams)
    {
        foreach (ArticleReadFailure failure in failures)
        {
            await streams.Error.WriteLineAsync(SingleLine.Escape($"- {Format(failure)}"));
        }
    }

    private static string Format(ArticleReadFailure failure) =>
        failure.Reason.Contains(failure.Source, StringComparison.Ordinal)
            ? failure.Reason
            : $"{failure.Source}: {failure.Reason}";
}
