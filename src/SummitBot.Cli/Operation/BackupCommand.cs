using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Cli.Commands;
using SummitBot.Hosting.Operation;
using SummitBot.Terminal;

namespace SummitBot.Cli.Operation;

/// <summary><c>summitbot backup</c> and <c>summitbot restore</c>: the database of conversations, while hosts use it.</summary>
public static class BackupCommand
{
    public static readonly IReadOnlyList<string> HelpNotes =
    [
        "The file holds what people said, and the key of tokens: keep it as safe as the database.",
        "",
        "Example:",
        "  summitbot backup /var/backups/summitbot-monday.db",
    ];

    public static readonly IReadOnlyList<string> RestoreHelpNotes =
    [
        "Hosts may run meanwhile, and go on with what the file holds. What was there is kept beside the database.",
    ];

    public static Command Create(CommonFlags flags, CommandRunner runner)
    {
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(runner);
        Argument<string> file = FileArgument("A new file.");
        var command = new Command("backup", "Copies the database to a file while hosts use it.") { file };
        command.SetAction(parsed =>
            runner.RunAsync(
                flags.Read(parsed),
                async (services, token) =>
                {
                    string path = parsed.GetRequiredValue(file);
                    long bytes = await services.GetRequiredService<IDatabaseBackup>().BackUpAsync(path, token);
                    await WriteAsync(
                        services,
                        string.Create(CultureInfo.InvariantCulture, $"Wrote {bytes} bytes to {path}.")
                    );
                    return ExitCode.Success;
                }
            )
        );
        return command;
    }

    public static Command CreateRestore(CommonFlags flags, CommandRunner runner)
    {
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(runner);
        Argument<string> file = FileArgument("A file that summitbot backup wrote.");
        var command = new Command("restore", "Puts a copy in the place of the database.") { file };
        command.SetAction(parsed =>
            runner.RunAsync(
                flags.Read(parsed),
                async (services, token) =>
                {
                    string path = parsed.GetRequiredValue(file);
                    string? previous = await services.GetRequiredService<IDatabaseBackup>().RestoreAsync(path, token);
                    string kept = previous is null ? "" : $" What was there before is in {previous}.";
                    await WriteAsync(services, $"Restored {path}.{kept}");
                    return ExitCode.Success;
                }
            )
        );
        return command;
    }

    private static Argument<string> FileArgument(string description) => new("FILE") { Description = description };

    private static Task WriteAsync(IServiceProvider services, string line) =>
        services.GetRequiredService<StandardStreams>().Out.WriteLineAsync(TerminalText.Clean(line));
}
