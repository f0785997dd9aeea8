using SummitBot.Core.Access;

namespace SummitBot.Cli.Commands;

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
