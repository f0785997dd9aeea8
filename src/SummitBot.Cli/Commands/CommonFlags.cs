using System.CommandLine;
using SummitBot.Core.Access;

namespace SummitBot.Cli.Commands;

/// <summary>The options that several commands share, and their values.</summary>
public sealed class CommonFlags
{
    public Option<string[]> Corpus { get; } =
        new("--corpus")
        {
            Description =
                "A file or folder with articles, instead of the settings' corpus, with an index of its own; may be given several times.",
            HelpName = "DIR",
            DefaultValueFactory = _ => [],
        };

    public Option<string[]> Skip { get; } =
        new("--skip")
        {
            Description = "Files and folders to leave out, such as '*.csv'; may be given several times.",
            HelpName = "PATTERN",
            DefaultValueFactory = _ => [],
        };

    public Option<string?> Index { get; } =
        new("--index") { Description = "The folder of the index, instead of the settings' one.", HelpName = "DIR" };

    public Option<string?> Model { get; } =
        new("--model")
        {
            Description = "A model of the settings' provider to word the answer with, or none.",
            HelpName = "NAME",
        };

    public Option<string[]> AsGroup { get; } =
        new("--as-group")
        {
            Description =
                "Shows what members of this group may see, or 'public'; may be given several times. Without it, everything.",
            HelpName = "GROUP",
            DefaultValueFactory = _ => [],
        };

    public Option<bool> Verbose { get; } =
        new("--verbose") { Description = "Shows log lines and, after an error, the stack trace.", Recursive = true };

    /// <summary>The values for a command that reads the index.</summary>
    public CommonFlagValues Read(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        return new CommonFlagValues(parsed.GetValue(Corpus) ?? [], parsed.GetValue(Index), parsed.GetValue(Verbose))
        {
            Skip = parsed.CommandResult.Command.Options.Contains(Skip) ? parsed.GetValue(Skip) ?? [] : [],
            Scope = GetScope(parsed),
            Model = parsed.CommandResult.Command.Options.Contains(Model) ? parsed.GetValue(Model) : null,
        };
    }

    private AccessScope GetScope(ParseResult parsed)
    {
        bool isGiven =
            parsed.CommandResult.Command.Options.Contains(AsGroup) && parsed.GetResult(AsGroup) is { Implicit: false };
        return isGiven ? AccessScope.ForGroups(parsed.GetValue(AsGroup) ?? []) : AccessScope.Everything;
    }
}

/// <summary>The common options of the command line.</summary>
/// <param name="Corpus">Files and folders; empty when none was named.</param>
/// <param name="Index">The folder of the index; null when none was named.</param>
/// <param name="Verbose">True to show log lines and stack traces.</param>
public sealed record CommonFlagValues(IReadOnlyList<string> Corpus, string? Index, bool Verbose)
{
    /// <summary>Patterns of files and folders to leave out, in addition to those of the settings.</summary>
    public IReadOnlyList<string> Skip { get; init; } = [];

    /// <summary>What is shown: everything, or what the groups of the flags may see.</summary>
    public AccessScope Scope { get; init; } = AccessScope.Public;

    /// <summary>The model to word answers with, or <c>none</c>; null takes the settings' one.</summary>
    public string? Model { get; init; }
}
