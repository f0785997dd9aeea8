using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SummitBot.Cli.Commands;

/// <summary>The parser's own help, followed by the command's examples and notes.</summary>
/// <param name="help">The parser's help.</param>
/// <param name="notes">Lines by command name; evaluated only when help is shown.</param>
public sealed class HelpWithNotes(HelpAction help, Func<IReadOnlyDictionary<string, IReadOnlyList<string>>> notes)
    : SynchronousCommandLineAction
{
    /// <summary>Stands for the root command, whose own name is that of the executable.</summary>
    public const string RootKey = "";

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        ArgumentNullException.ThrowIfNull(parseResult);
        int exitCode = help.Invoke(parseResult);
        Command command = parseResult.CommandResult.Command;
        string key = command is RootCommand ? RootKey : command.Name;
        foreach (string line in notes().GetValueOrDefault(key, []))
        {
            parseResult.InvocationConfiguration.Output.WriteLine(line);
        }

        return exitCode;
    }
}
