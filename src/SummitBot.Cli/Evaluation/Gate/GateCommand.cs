using System.CommandLine;
using Microsoft.Extensions.Configuration;

namespace SummitBot.Cli.Evaluation.Gate;

/// <summary><c>summitbot eval gate</c>: measures which sentences the citation gate lets through.</summary>
internal static class GateCommand
{
    private static readonly Argument<string[]> Paths = new("DIR_OR_FILE")
    {
        Description = "Folders of articles, or data sets (queries.jsonl and corpus.jsonl).",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Json = new("--json")
    {
        Description = "Write the figures to this file as JSON.",
        HelpName = "report.json",
    };

    private static readonly Option<string[]> FailBelow = new("--fail-below")
    {
        Description = "Exit with 2 when a figure is below a value, for example corpus.normalCatch=0.9; repeatable.",
        HelpName = "metric=value",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Command Create(Func<ParseResult, IConfiguration> configurationOf, Option<bool> verbose)
    {
        var command = new Command(
            "gate",
            "Measure the citation gate on reworded and corrupted sentences of articles, or on reference answers."
        )
        {
            Paths,
            Json,
            FailBelow,
        };
        command.SetAction(
            (result, cancellationToken) =>
            {
                var run = new GateRun(
                    configurationOf(result),
                    result.InvocationConfiguration.Output,
                    result.InvocationConfiguration.Error
                );
                var options = new GateOptions(
                    result.GetValue(Paths)!,
                    result.GetValue(Json),
                    result.GetValue(FailBelow) ?? [],
                    result.GetValue(verbose)
                );
                return run.RunAsync(options, cancellationToken);
            }
        );
        return command;
    }
}
