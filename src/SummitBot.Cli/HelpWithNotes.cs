using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SummitBot.Cli;

/// <summary>The parser's own help, followed by the command's examples and whatever else it wants to say.</summary>
/// <param name="help">The parser's help.</param>
/// <param name="notes">Lines by command name.</param>
public sealed class HelpWithNotes(HelpAction help, IReadOnlyDictionary<string, IReadOnlyList<string>> notes)
    : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        ArgumentNullException.ThrowIfNull(parseResult);
        int exitCode = help.Invoke(parseResult);
        Command command = parseResult.CommandResult.Command;
        string key = command is RootCommand ? CliProgram.RootNotesKey : command.Name;
        foreach (string line in notes.GetValueOrDefault(key, []))
        {
            parseResult.InvocationConfiguration.Output.WriteLine(line);
        }

        return exitCode;
    }
}
