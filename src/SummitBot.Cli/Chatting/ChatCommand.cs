using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Cli.Commands;
using SummitBot.Cli.Corpus;
using SummitBot.Terminal;

namespace SummitBot.Cli.Chatting;

/// <summary><c>summitbot chat</c>.</summary>
public static class ChatCommand
{
    public static readonly IReadOnlyList<string> HelpNotes =
    [
        "Inside, /help lists the commands. Ctrl-C stops an answer, not the program; Ctrl-D leaves.",
        "",
        "Examples:",
        "  summitbot chat",
        "  summitbot chat --corpus ~/articles",
    ];

    public static Command Create(CommonFlags flags, CommandRunner runner)
    {
        ArgumentNullException.ThrowIfNull(flags);
        var command = new Command("chat", "Talks with you about the articles; follow-up questions are understood.")
        {
            flags.Model,
            flags.Corpus,
            flags.Skip,
            flags.Index,
            flags.AsGroup,
        };
        command.SetAction(parsed =>
        {
            CommonFlagValues values = flags.Read(parsed);
            return runner.RunAsync(
                values,
                async (services, token) =>
                {
                    await services.GetRequiredService<IndexRefresher>().EnsureFreshAsync(values.Corpus, token);
                    await services.GetRequiredService<ChatLoop>().RunAsync(token);
                    return ExitCode.Success;
                }
            );
        });
        return command;
    }
}
