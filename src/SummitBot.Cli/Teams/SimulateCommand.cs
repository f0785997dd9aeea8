using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Cli.Commands;
using SummitBot.TeamsSimulator;
using SummitBot.Terminal;

namespace SummitBot.Cli.Teams;

/// <summary><c>summitbot teams simulate</c>: a simulated Teams channel in the terminal.</summary>
public static class SimulateCommand
{
    /// <summary>Created on demand, so that other commands do not load the simulator.</summary>
    public static IReadOnlyList<string> HelpNotes =>
        [
            "The bot has to run on this machine without SummitBot:Bot:AppId, and let the simulator in:",
            "  --SummitBot:Bot:LocalServiceUrls:0 'http://127.0.0.1:*/emea/'",
            "Every rule of Teams that it breaks is named, and makes the exit code 4; so do expectations of a script that are not",
            "met.",
            "",
            .. ScriptCommands.Help,
            "",
            "Examples:",
            "  summitbot teams simulate",
            "  summitbot teams simulate --check --wait 60",
            "  echo \"How many members does the Security Council have?\" | summitbot teams simulate",
        ];

    private const double MaxSeconds = 3_600;

    private static readonly Uri DefaultBot = new("http://localhost:3978/api/messages");

    public static Command Create(CommonFlags flags, CommandRunner runner)
    {
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(runner);
        var bot = new Option<Uri>("--bot")
        {
            Description = "The bot's endpoint.",
            HelpName = "URL",
            DefaultValueFactory = _ => DefaultBot,
            CustomParser = ReadAddress,
        };
        var script = new Option<string?>("--script")
        {
            Description = "Does the lines of this file instead of those typed; - is standard input.",
            HelpName = "FILE",
        };
        var check = new Option<bool>("--check")
        {
            Description = "Does the built-in script, which tries everything that people do in Teams.",
        };
        var locale = new Option<string>("--locale")
        {
            Description = "The person's language and region.",
            DefaultValueFactory = _ => "en-US",
        };
        Option<double> timeout = Seconds("--patience", "How long to wait for an answer.", 100);
        Option<double> wait = Seconds("--wait", "How long to wait for the bot to be ready.", 0);
        Option<double> latency = Seconds("--latency", "How long the channel takes for a request of the bot.", 0.05);
        var command = new Command(
            "simulate",
            "Talks with the running bot as Teams does, and names the rules it breaks."
        )
        {
            bot,
            script,
            check,
            locale,
            timeout,
            wait,
            latency,
        };
        command.SetAction(parsed =>
            runner.RunAsync(
                flags.Read(parsed),
                async (services, token) =>
                {
                    var options = new SimulateOptions(
                        parsed.GetRequiredValue(bot),
                        await ReadScriptAsync(parsed.GetValue(script), parsed.GetValue(check), token),
                        parsed.GetRequiredValue(locale),
                        TimeSpan.FromSeconds(parsed.GetValue(timeout)),
                        TimeSpan.FromSeconds(parsed.GetValue(wait)),
                        TimeSpan.FromSeconds(parsed.GetValue(latency))
                    );
                    return await ActivatorUtilities.CreateInstance<SimulationRun>(services).RunAsync(options, token);
                }
            )
        );
        return command;
    }

    private static Uri? ReadAddress(ArgumentResult result)
    {
        string given = result.Tokens[0].Value;
        bool isWeb =
            Uri.TryCreate(given, UriKind.Absolute, out Uri? address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
        if (!isWeb)
        {
            result.AddError($"--bot '{given}' is not a web address: give one like {DefaultBot}.");
            return null;
        }

        return address!.AbsolutePath == "/" ? new Uri(address, DefaultBot.AbsolutePath) : address;
    }

    private static Option<double> Seconds(string name, string description, double preset)
    {
        var option = new Option<double>(name)
        {
            Description = description,
            HelpName = "SECONDS",
            DefaultValueFactory = _ => preset,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) is not (>= 0 and <= MaxSeconds))
            {
                result.AddError($"{name} must be a number of seconds from 0 to {MaxSeconds}.");
            }
        });
        return option;
    }

    private static async Task<IReadOnlyList<string>?> ReadScriptAsync(
        string? file,
        bool isCheck,
        CancellationToken cancellationToken
    )
    {
        if (isCheck)
        {
            return file is null
                ? CheckScript.Lines()
                : throw new UsageException("--check has a script of its own: give it without --script.");
        }

        if (file is null or "-")
        {
            return null;
        }

        try
        {
            return await File.ReadAllLinesAsync(file, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"'{file}' cannot be read: name another file with --script.", e);
        }
    }
}
