using System.CommandLine;
using Microsoft.Extensions.Configuration;
using SummitBot.Cli.Evaluation.Gate;

namespace SummitBot.Cli.Evaluation;

/// <summary><c>summitbot eval</c>: measures retrieval, answers and refusals on questions with gold answers.</summary>
public static class EvalCommand
{
    private static readonly Argument<string[]> Paths = new("DIR_OR_FILE")
    {
        Description =
            "Folders with queries.jsonl (and corpus.jsonl, unless the questions are about the configured corpus), or files of questions.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Json = new("--json")
    {
        Description = "Write all figures and every question to this file as JSON.",
        HelpName = "report.json",
    };

    private static readonly Option<string?> Html = new("--html")
    {
        Description = "Write a report to look at to this file; it needs nothing but a browser.",
        HelpName = "report.html",
    };

    private static readonly Option<string?> Baseline = new("--baseline")
    {
        Description = "Say what got better and worse since this JSON report.",
        HelpName = "report.json",
    };

    private static readonly Option<string[]> FailBelow = new("--fail-below")
    {
        Description = "Exit with 2 when a figure is below a value, for example golden.rightAndCited=0.9; repeatable.",
        HelpName = "metric=value",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<int?> Limit = new("--limit")
    {
        Description = "Ask only the first N questions of each data set.",
        HelpName = "N",
    };

    private static readonly Option<string[]> Corpus = new("--corpus")
    {
        Description =
            "The articles that questions without a corpus are about, instead of the settings' corpus; repeatable.",
        HelpName = "DIR",
    };

    private static readonly Option<bool> Ablate = new("--ablate")
    {
        Description =
            "Also measure what the search's parts, the models and earlier turns contribute: everything again without each of them.",
    };

    private static readonly Option<string?> Calibrate = new("--calibrate")
    {
        Description =
            "Write to this file which threshold gives which share of wrong answers, for SummitBot:Answering:CalibrationFile.",
        HelpName = "risk.json",
    };

    private static readonly Option<bool> Fit = new("--fit")
    {
        Description =
            "Also fit the weights by which sentences are chosen and the confidence is made of, and say what they do for articles they were not fitted to.",
    };

    /// <summary>The command.</summary>
    /// <param name="configurationOf">The settings for a parsed command line, including its flags.</param>
    /// <param name="verbose">The option that asks for details.</param>
    public static Command Create(Func<ParseResult, IConfiguration> configurationOf, Option<bool> verbose)
    {
        var command = new Command("eval", "Measure search, answers and refusals on questions with gold answers.")
        {
            Paths,
            Json,
            Html,
            Baseline,
            FailBelow,
            Limit,
            Corpus,
            Ablate,
            Calibrate,
            Fit,
            GateCommand.Create(configurationOf, verbose),
        };
        command.SetAction(
            (result, cancellationToken) =>
            {
                var options = new EvalOptions(
                    result.GetValue(Paths)!,
                    result.GetValue(Json),
                    result.GetValue(Html),
                    result.GetValue(Baseline),
                    result.GetValue(FailBelow),
                    result.GetValue(Limit),
                    result.GetValue(Corpus),
                    result.GetValue(verbose),
                    result.GetValue(Ablate),
                    result.GetValue(Calibrate),
                    result.GetValue(Fit)
                );
                var run = new EvaluationRun(
                    configurationOf(result),
                    result.InvocationConfiguration.Output,
                    result.InvocationConfiguration.Error,
                    Console.IsErrorRedirected ? TextWriter.Null : result.InvocationConfiguration.Error
                );
                return run.RunAsync(options, cancellationToken);
            }
        );
        return command;
    }
}
