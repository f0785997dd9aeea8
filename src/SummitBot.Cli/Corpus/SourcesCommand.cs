using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Cli.Commands;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Retrieval;
using SummitBot.Terminal;

namespace SummitBot.Cli.Corpus;

/// <summary><c>summitbot sources [--json]</c>.</summary>
public static class SourcesCommand
{
    public static readonly IReadOnlyList<string> HelpNotes =
    [
        "Piped, it prints one article a line: id, date, language, title and place, parted by tabs.",
        "",
        "Examples:",
        "  summitbot sources",
        "  summitbot sources --corpus ~/articles --json",
        "  summitbot sources check press",
        "  summitbot sources fetch",
    ];

    public static Command Create(CommonFlags flags, CommandRunner runner)
    {
        ArgumentNullException.ThrowIfNull(flags);
        var json = new Option<bool>("--json") { Description = "Prints one line of JSON: a list of the articles." };
        var command = new Command("sources", "Lists the articles of the index.")
        {
            json,
            flags.Corpus,
            flags.Skip,
            flags.Index,
            flags.AsGroup,
            SourceCommands.CreateCheck(flags, runner),
            SourceCommands.CreateFetch(flags, runner),
        };
        command.SetAction(parsed =>
        {
            CommonFlagValues values = flags.Read(parsed);
            return runner.RunAsync(
                values,
                async (services, token) =>
                {
                    await services.GetRequiredService<IndexRefresher>().EnsureFreshAsync(values.Corpus, token);
                    await ListAsync(services, values.Scope, parsed.GetValue(json));
                    return ExitCode.Success;
                }
            );
        });
        return command;
    }

    private static async Task ListAsync(IServiceProvider services, AccessScope scope, bool json)
    {
        IReadOnlyList<ArticleSummary> articles = services.GetRequiredService<IArticleCatalog>().List(scope);
        if (json)
        {
            TextWriter output = services.GetRequiredService<StandardStreams>().Out;
            await output.WriteLineAsync(CorpusJson.Serialize([.. articles.Select(SourceDocument.From)]));
            return;
        }

        services.GetRequiredService<ArticleRenderer>().Render(articles);
    }
}
