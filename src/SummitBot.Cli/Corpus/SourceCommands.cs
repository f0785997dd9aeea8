using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SummitBot.Cli.Commands;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Terminal;

namespace SummitBot.Cli.Corpus;

/// <summary><c>summitbot sources check NAME</c> and <c>summitbot sources fetch [NAME]</c>.</summary>
internal static class SourceCommands
{
    public static Command CreateCheck(CommonFlags flags, CommandRunner runner)
    {
        var name = new Argument<string>("NAME") { Description = "The name of the source in the settings." };
        var command = new Command("check", "Tells what would come in from a source, and keeps nothing.") { name };
        command.SetAction(parsed =>
            runner.RunAsync(
                flags.Read(parsed),
                (services, token) =>
                    RunAsync(services, [Find(services, parsed.GetRequiredValue(name))], isDryRun: true, token)
            )
        );
        return command;
    }

    public static Command CreateFetch(CommonFlags flags, CommandRunner runner)
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "The name of the source in the settings; all of them without it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "fetch",
            "Fetches what is new from a source of the web, a bucket, a container or a repository, or from all of them."
        )
        {
            name,
        };
        command.SetAction(parsed =>
            runner.RunAsync(
                flags.Read(parsed),
                (services, token) =>
                    RunAsync(
                        services,
                        parsed.GetValue(name) is { } one
                            ? [Find(services, one)]
                            : [.. List(services).Where(s => s.IsFetched)],
                        isDryRun: false,
                        token
                    )
            )
        );
        return command;
    }

    private static IReadOnlyList<Source> List(IServiceProvider services) =>
        services.GetRequiredService<IOptions<CorpusOptions>>().Value.ListSources();

    private static Source Find(IServiceProvider services, string name)
    {
        IReadOnlyList<Source> sources = List(services);
        return sources.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException(
                sources.Count == 0
                    ? $"There is no source '{name}': name it in SummitBot:Corpus:Sources."
                    : $"There is no source '{name}': the settings have {string.Join(", ", sources.Select(s => s.Name))}."
            );
    }

    private static async Task<int> RunAsync(
        IServiceProvider services,
        IReadOnlyList<Source> sources,
        bool isDryRun,
        CancellationToken cancellationToken
    )
    {
        TextWriter output = services.GetRequiredService<StandardStreams>().Out;
        bool hasAny = sources.Count == 0;
        foreach (Source source in sources)
        {
            FetchReport report = source.IsFetched
                ? await services.GetRequiredService<ISourceFetcher>().FetchAsync(source, isDryRun, cancellationToken)
                : ReadFolder(services, source);
            foreach (FetchedItem item in report.Items)
            {
                string[] cells =
                [
                    item.Outcome.ToString().ToLowerInvariant(),
                    item.Address.AbsoluteUri,
                    item.Reason ?? "",
                ];
                await output.WriteLineAsync(string.Join('\t', cells.Select(TerminalText.Clean)).TrimEnd());
            }

            hasAny |= report.Items.Any(i => i.Outcome is not (FetchOutcome.Failed or FetchOutcome.LeftOut));
        }

        return hasAny ? ExitCode.Success : ExitCode.Failure;
    }

    private static FetchReport ReadFolder(IServiceProvider services, Source source)
    {
        ArticleFileListing listing = services.GetRequiredService<IArticleReader>().Find([source.Folder]);
        return new FetchReport([
            .. listing.Files.Select(f => new FetchedItem(new Uri(f.Path), FetchOutcome.Unchanged)),
            .. listing.Failures.Select(f => new FetchedItem(
                new Uri(Path.GetFullPath(f.Source)),
                f.IsLeftOut ? FetchOutcome.LeftOut : FetchOutcome.Failed,
                f.Reason
            )),
        ]);
    }
}
