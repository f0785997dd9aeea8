namespace SummitBot.Testing;

/// <summary>README.md as a machine can read it.</summary>
internal static class Readme
{
    private static readonly string Text = File.ReadAllText(Repository.PathOf("README.md"));

    /// <summary>
    /// The lines of all <c>sh</c> blocks, lines that end with a backslash joined with the next, and the whole
    /// <c>dotnet run</c> commands in running text (one that ends with <c>--</c> waits for arguments).
    /// </summary>
    public static IReadOnlyList<string> Commands =>
        [
            .. BlocksOf("sh")
                .SelectMany(b => b.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
                .Concat(Text.Split('`').Where(code => code.StartsWith("dotnet run ", StringComparison.Ordinal)))
                .Select(line => line.Trim())
                .Where(line =>
                    line.Length > 0 && !line.StartsWith('#') && !line.EndsWith(" --", StringComparison.Ordinal)
                ),
        ];

    /// <summary>The contents of all fenced blocks of that language.</summary>
    public static IReadOnlyList<string> BlocksOf(string language) =>
        [
            .. Text.Split($"\n```{language}\n")
                .Skip(1)
                .Select(rest => rest[..rest.IndexOf("\n```\n", StringComparison.Ordinal)]),
        ];

    /// <summary>The rows below the header of the table whose first column has that title, backquotes taken off.</summary>
    public static IReadOnlyList<string[]> Table(string firstColumn)
    {
        string[] lines = Text.Split('\n');
        int header = Array.FindIndex(lines, l => l.StartsWith($"| {firstColumn} |", StringComparison.Ordinal));
        Assert.True(header >= 0, $"README.md has no table that begins with the column '{firstColumn}'.");
        return
        [
            .. lines
                .Skip(header + 2)
                .TakeWhile(l => l.StartsWith('|'))
                .Select(l => l.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`')).ToArray()),
        ];
    }
}
