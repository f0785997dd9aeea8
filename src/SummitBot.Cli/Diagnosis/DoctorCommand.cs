using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Cli.Commands;
using SummitBot.Core.Diagnosis;
using SummitBot.Terminal;

namespace SummitBot.Cli.Diagnosis;

/// <summary><c>summitbot doctor [--json]</c>.</summary>
public static class DoctorCommand
{
    public static readonly IReadOnlyList<string> HelpNotes =
    [
        "One sentence a finding, with how to mend it. Each model of the settings is asked one short question, which costs",
        "some five hundred tokens. The exit code is 2 when something does not work, else 0.",
        "",
        "Examples:",
        "  summitbot doctor",
        "  SummitBot__Model__Provider=ollama summitbot doctor --model llama3.1 --json",
    ];

    /// <param name="settingsProblems">What is wrong with the settings; empty when nothing is.</param>
    public static Command Create(
        CommonFlags flags,
        CommandRunner runner,
        Func<CommonFlagValues, IReadOnlyList<string>> settingsProblems
    )
    {
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(settingsProblems);
        var json = new Option<bool>("--json") { Description = "Prints each finding as one line of JSON." };
        var command = new Command("doctor", "Checks settings, index, database, models and addresses.")
        {
            json,
            flags.Model,
            flags.Index,
        };
        command.SetAction(async parsed =>
        {
            CommonFlagValues values = flags.Read(parsed);
            var printer = new FindingPrinter(runner.Streams, parsed.GetValue(json));
            if (await PrintProblemsAsync(settingsProblems(values), printer))
            {
                return ExitCode.Failure;
            }

            return await runner.RunAsync(
                values,
                async (services, token) =>
                {
                    await foreach (
                        Finding finding in services
                            .GetRequiredService<SelfChecks>()
                            .RunAsync(SelfCheckDepth.Full, token)
                            .WithCancellation(token)
                    )
                    {
                        await printer.PrintAsync(finding);
                    }

                    return printer.Worst == FindingLevel.Error ? ExitCode.Failure : ExitCode.Success;
                }
            );
        });
        return command;
    }

    /// <summary>Settings that are wrong keep the program from being put together: they are findings of their own.</summary>
    private static async Task<bool> PrintProblemsAsync(IReadOnlyList<string> problems, FindingPrinter printer)
    {
        foreach (string problem in problems)
        {
            await printer.PrintAsync(new Finding("settings", FindingLevel.Error, problem));
        }

        if (problems.Count == 0)
        {
            await printer.PrintAsync(
                new Finding("settings", FindingLevel.Ok, "The settings can be read and make sense.")
            );
        }

        return problems.Count > 0;
    }
}
