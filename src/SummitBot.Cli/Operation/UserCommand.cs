using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Cli.Commands;
using SummitBot.Hosting.Operation;
using SummitBot.Terminal;

namespace SummitBot.Cli.Operation;

/// <summary><c>summitbot user</c>: gives one person what is kept of them, or deletes it.</summary>
public static class UserCommand
{
    public static readonly IReadOnlyList<string> ExportHelpNotes =
    [
        "ID is the id that the channel gave the person: the account in Teams (29:...), on web pages the id that your",
        "server names, or the one of the visitor's token (dl_...), which the page of the visitor knows.",
    ];

    public static readonly IReadOnlyList<string> EraseHelpNotes =
    [
        .. ExportHelpNotes,
        "Backups are not changed, nor logs, which hold no questions unless the log level Trace is set.",
    ];

    public static Command Create(CommonFlags flags, CommandRunner runner)
    {
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(runner);
        return new Command("user", "What is kept of one person.")
        {
            CreateExport(flags, runner),
            CreateErase(flags, runner),
        };
    }

    private static Command CreateExport(CommonFlags flags, CommandRunner runner)
    {
        Argument<string> id = IdArgument();
        var command = new Command("export", "Prints all that is kept of one person, as JSON.") { id };
        command.SetAction(parsed =>
            runner.RunAsync(
                flags.Read(parsed),
                async (services, token) =>
                {
                    string user = parsed.GetRequiredValue(id);
                    PersonalData data = await services.GetRequiredService<IPersonalData>().ExportAsync(user, token);
                    var streams = services.GetRequiredService<StandardStreams>();
                    await streams.Out.WriteLineAsync(UserJson.Serialize(UserDocument.From(user, data)));
                    if (data.IsEmpty)
                    {
                        await streams.Error.WriteLineAsync("Nothing is kept of anybody with that id.");
                    }

                    return ExitCode.Success;
                }
            )
        );
        return command;
    }

    private static Command CreateErase(CommonFlags flags, CommandRunner runner)
    {
        Argument<string> id = IdArgument();
        var command = new Command("erase", "Deletes all that is kept of one person, for good.") { id };
        command.SetAction(parsed =>
            runner.RunAsync(
                flags.Read(parsed),
                async (services, token) =>
                {
                    int rows = await services
                        .GetRequiredService<IPersonalData>()
                        .EraseAsync(parsed.GetRequiredValue(id), token);
                    await services
                        .GetRequiredService<StandardStreams>()
                        .Out.WriteLineAsync(
                            rows == 0
                                ? "Nothing is kept of anybody with that id."
                                : string.Create(CultureInfo.InvariantCulture, $"Deleted {rows} rows.")
                        );
                    return ExitCode.Success;
                }
            )
        );
        return command;
    }

    private static Argument<string> IdArgument() =>
        new("ID") { Description = "The id that the channel gave the person." };
}
