using System.CommandLine;
using SummitBot.Cli.Commands;
using SummitBot.Terminal;

namespace SummitBot.Cli.Teams;

/// <summary><c>summitbot teams</c>: the app package, and the simulator.</summary>
public static class TeamsCommand
{
    private const string DefaultFile = "summitbot-teams.zip";

    public static readonly IReadOnlyList<string> PackageHelpNotes =
    [
        "docs/teams.md leads from nothing to a first answer in Teams.",
        "",
        "Examples:",
        "  summitbot teams package --app-id 00000000-0000-0000-0000-000000000000 --url https://bot.example.org",
    ];

    public static Command Create(CommonFlags flags, CommandRunner runner)
    {
        ArgumentNullException.ThrowIfNull(runner);
        return new Command("teams", "Brings the bot into Microsoft Teams.")
        {
            CreatePackage(runner.Streams),
            SimulateCommand.Create(flags, runner),
        };
    }

    private static Command CreatePackage(StandardStreams streams)
    {
        var appId = new Option<string>("--app-id")
        {
            Description = "The Microsoft App ID of the Azure bot.",
            HelpName = "ID",
            Required = true,
        };
        var url = new Option<string>("--url")
        {
            Description = "The https address under which people reach the web host.",
            HelpName = "URL",
            Required = true,
        };
        var name = new Option<string>("--name")
        {
            Description = "What the app is called in Teams.",
            DefaultValueFactory = _ => "SummitBot",
        };
        var developer = new Option<string>("--developer")
        {
            Description = "Who offers the app.",
            DefaultValueFactory = _ => "SummitBot",
        };
        var version = new Option<string>("--app-version")
        {
            Description = "The version of the app; raise it to replace an installed one.",
            DefaultValueFactory = _ => "1.0.0",
        };
        var output = new Option<string>("--output")
        {
            Description = "The file to write.",
            HelpName = "FILE",
            DefaultValueFactory = _ => DefaultFile,
        };
        var command = new Command("package", "Writes the app package that is uploaded to Teams.")
        {
            appId,
            url,
            name,
            developer,
            version,
            output,
        };
        command.SetAction(
            async (parsed, token) =>
            {
                var app = new AppDescription(
                    parsed.GetRequiredValue(appId),
                    parsed.GetRequiredValue(url),
                    parsed.GetRequiredValue(name),
                    parsed.GetRequiredValue(developer),
                    parsed.GetRequiredValue(version)
                );
                await WriteAsync(parsed.GetRequiredValue(output), AppPackage.Write(app), streams, token);
                return ExitCode.Success;
            }
        );
        return command;
    }

    private static async Task WriteAsync(
        string path,
        byte[] package,
        StandardStreams streams,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await File.WriteAllBytesAsync(path, package, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--output '{path}' cannot be written: {exception.Message}", exception);
        }

        await streams.Out.WriteLineAsync(TerminalText.Clean($"Wrote {path}: upload it in Teams, see docs/teams.md."));
    }
}
