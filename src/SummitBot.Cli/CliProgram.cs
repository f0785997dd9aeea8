using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using SummitBot.Cli.Asking;
using SummitBot.Cli.Chatting;
using SummitBot.Cli.Commands;
using SummitBot.Cli.Corpus;
using SummitBot.Cli.Diagnosis;
using SummitBot.Cli.Evaluation;
using SummitBot.Cli.Feedback;
using SummitBot.Cli.Operation;
using SummitBot.Cli.Teams;
using SummitBot.Terminal;

namespace SummitBot.Cli;

/// <summary>The command line program.</summary>
public sealed class CliProgram(StandardStreams streams, Interrupts interrupts)
{
    private static readonly string[] RootNotes =
    [
        "Examples:",
        "  summitbot ask \"Why was the Vostochny Cosmodrome chosen for the meeting?\"",
        "  summitbot chat --corpus ~/articles",
        "",
        "Exit codes:",
        "  0  answered, or done",
        "  1  something unexpected",
        "  2  an error in usage, settings, corpus, index or database; the message says how to fix it",
        "  3  the articles do not say it",
        "  4  teams simulate: the bot broke a rule of Teams, or an expectation was not met",
    ];

    /// <summary>Runs one command.</summary>
    /// <returns>The exit code, see <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        // Our own texts are English; the parser's messages should not mix in another language.
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

        // A question may start with '@' without naming a response file.
        ParseResult parsed = CreateRoot().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            await ReportUsageAsync(parsed);
            return ExitCode.Failure;
        }

        var configuration = new InvocationConfiguration
        {
            Output = streams.Out,
            Error = streams.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            int exitCode = await parsed.InvokeAsync(configuration);
            await streams.Out.FlushAsync();
            return exitCode;
        }
        catch (Exception e)
        {
            return CliErrors.Report(e, streams.Error, verbose: args.Contains("--verbose", StringComparer.Ordinal));
        }
    }

    /// <summary>The root command with everything below it.</summary>
    public RootCommand CreateRoot()
    {
        var runner = new CommandRunner(
            streams,
            interrupts,
            values => CliComposition.Create(values, streams, interrupts)
        );
        var flags = new CommonFlags();
        var root = new RootCommand(
            "Answers questions from your own articles, with a checked quotation for every sentence."
        )
        {
            flags.Verbose,
            AskCommand.Create(flags, runner),
            ChatCommand.Create(flags, runner),
            IndexCommand.Create(flags, runner),
            SourcesCommand.Create(flags, runner),
            ShowCommand.Create(flags, runner),
            SnapshotsCommand.Create(flags, runner),
            FeedbackCommand.Create(flags, runner),
            BackupCommand.Create(flags, runner),
            BackupCommand.CreateRestore(flags, runner),
            UserCommand.Create(flags, runner),
            DoctorCommand.Create(flags, runner, values => CliComposition.Problems(values, streams)),
            TeamsCommand.Create(flags, runner),
            EvalCommand.Create(_ => CliComposition.ReadSettings(), flags.Verbose),
        };
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        var helpAction = new HelpWithNotes((HelpAction)help.Action!, HelpNotes);
        help.Action = helpAction;
        root.SetAction(parsed =>
        {
            parsed.InvocationConfiguration.Output = parsed.InvocationConfiguration.Error;
            helpAction.Invoke(parsed);
            return ExitCode.Failure;
        });
        return root;
    }

    private static Dictionary<string, IReadOnlyList<string>> HelpNotes() =>
        new(StringComparer.Ordinal)
        {
            ["ask"] = AskCommand.HelpNotes,
            ["chat"] = ChatCommand.HelpNotes,
            ["index"] = IndexCommand.HelpNotes,
            ["sources"] = SourcesCommand.HelpNotes,
            ["show"] = ShowCommand.HelpNotes,
            ["snapshots"] = SnapshotsCommand.HelpNotes,
            ["feedback"] = FeedbackCommand.HelpNotes,
            ["backup"] = BackupCommand.HelpNotes,
            ["restore"] = BackupCommand.RestoreHelpNotes,
            ["export"] = UserCommand.ExportHelpNotes,
            ["erase"] = UserCommand.EraseHelpNotes,
            ["doctor"] = DoctorCommand.HelpNotes,
            ["package"] = TeamsCommand.PackageHelpNotes,
            ["simulate"] = SimulateCommand.HelpNotes,
            [HelpWithNotes.RootKey] = RootNotes,
        };

    private async Task ReportUsageAsync(ParseResult parsed)
    {
        string problems = string.Join(' ', parsed.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal));
        Command command = parsed.CommandResult.Command;
        IEnumerable<string> names = command
            .Parents.OfType<Command>()
            .Append(command)
            .Where(c => c is not RootCommand)
            .Select(c => c.Name);
        string called = string.Join(' ', names.Prepend("summitbot"));
        await streams.Error.WriteLineAsync(TerminalText.Clean($"{problems} See `{called} --help`."));
    }
}
