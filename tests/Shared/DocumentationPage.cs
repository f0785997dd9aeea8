using System.Text.RegularExpressions;

namespace SummitBot.Testing;

/// <summary>README.md, or a page in <c>docs/</c>, as a machine can read it.</summary>
internal sealed partial class DocumentationPage
{
    private DocumentationPage(string path)
    {
        Path = path;
        Text = File.ReadAllText(Repository.GetPath(path.Split('/')));
    }

    public static DocumentationPage Readme { get; } = new("README.md");

    /// <summary>README.md first, then the pages in <c>docs/</c> by name.</summary>
    public static IReadOnlyList<DocumentationPage> All { get; } =
    [
        Readme,
        .. Directory
            .EnumerateFiles(Repository.GetPath("docs"), "*.md")
            .Order(StringComparer.Ordinal)
            .Select(file => InDocs(System.IO.Path.GetFileName(file))),
    ];

    /// <summary>Relative to the repository, with slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <summary>
    /// The lines of all <c>sh</c> blocks, lines that end with a backslash joined with the next, and the whole
    /// <c>dotnet run</c> commands in running text (one that ends with <c>--</c> waits for arguments).
    /// </summary>
    public IReadOnlyList<string> Commands =>
        [
            .. GetBlocks("sh")
                .SelectMany(b => b.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
                .Concat(Text.Split('`').Where(code => code.StartsWith("dotnet run ", StringComparison.Ordinal)))
                .Select(line => line.Trim())
                .Where(line =>
                    line.Length > 0 && !line.StartsWith('#') && !line.EndsWith(" --", StringComparison.Ordinal)
                ),
        ];

    /// <summary>The targets of all links and images that lead to no other host.</summary>
    public IReadOnlyList<string> RelativeLinks =>
        [
            .. LinkTarget()
                .Matches(Prose)
                .Select(m => m.Groups["target"].Value)
                .Where(target => !target.Contains("://", StringComparison.Ordinal)),
        ];

    /// <summary>The fragments that lead to the headings, as GitHub makes them.</summary>
    public IReadOnlyList<string> Fragments =>
        [
            .. Prose
                .Split('\n')
                .Where(line => line.StartsWith('#'))
                .Select(line => FragmentLetters().Replace(line.TrimStart('#').Trim(), "").Replace(' ', '-'))
                .Select(fragment => fragment.ToLowerInvariant()),
        ];

    private string Prose => FencedBlock().Replace(Text, "\n");

    /// <param name="name">The name of a file in <c>docs/</c>, such as <c>cli.md</c>.</param>
    public static DocumentationPage InDocs(string name) => new($"docs/{name}");

    /// <summary>The contents of all fenced blocks of that language.</summary>
    public IReadOnlyList<string> GetBlocks(string language) =>
        [
            .. Text.Split($"\n```{language}\n")
                .Skip(1)
                .Select(rest => rest[..rest.IndexOf("\n```\n", StringComparison.Ordinal)]),
        ];

    /// <summary>
    /// The rows of all tables whose first column has that title, backquotes taken off the cells that are code; there is at
    /// least one such table.
    /// </summary>
    public IReadOnlyList<string[]> Table(string firstColumn)
    {
        string[] lines = Text.Split('\n');
        int[] headers =
        [
            .. Enumerable
                .Range(0, lines.Length)
                .Where(i => lines[i].StartsWith($"| {firstColumn} |", StringComparison.Ordinal)),
        ];
        Assert.True(headers.Length > 0, $"{Path} has no table that begins with the column '{firstColumn}'.");
        return
        [
            .. headers
                .SelectMany(header => lines.Skip(header + 2).TakeWhile(l => l.StartsWith('|')))
                .Select(l => l.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`')).ToArray()),
        ];
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)|src=""(?<target>[^""]+)""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]", RegexOptions.None, 1_000)]
    private static partial Regex FragmentLetters();

    [GeneratedRegex(@"\n```.*?\n```\n", RegexOptions.Singleline, 1_000)]
    private static partial Regex FencedBlock();
}
