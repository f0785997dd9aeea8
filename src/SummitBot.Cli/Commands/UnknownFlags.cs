using System.CommandLine.Parsing;

namespace SummitBot.Cli.Commands;

/// <summary>Finds mistyped flags among words: a question or a path seldom begins with two hyphens.</summary>
internal static class UnknownFlags
{
    /// <summary>A sentence that names the first one; null when there is none.</summary>
    public static string? Find(ArgumentResult? words)
    {
        string? flag = words
            ?.Tokens.Select(t => t.Value)
            .FirstOrDefault(v =>
                v.Length > 2
                && v.StartsWith("--", StringComparison.Ordinal)
                && !v.Contains(' ', StringComparison.Ordinal)
            );
        return flag is null ? null : $"There is no option '{flag}': --help lists the options.";
    }
}
