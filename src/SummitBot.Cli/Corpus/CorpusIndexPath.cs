using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using SummitBot.Core.Corpus;

namespace SummitBot.Cli.Corpus;

/// <summary>
/// Gives each corpus its own index: the corpus of the settings uses the index of the settings; the index of another
/// corpus is beside it, with a name derived from the corpus.
/// </summary>
internal static class CorpusIndexPath
{
    private const int MaxNameLength = 40;
    private const int HashLength = 8;

    /// <summary>The folder of the index of a named corpus; null for the index of the settings.</summary>
    /// <param name="named">Files and folders from the command line; may be empty.</param>
    public static string? Find(IReadOnlyList<string> named, IConfiguration configuration)
    {
        IReadOnlyList<string> paths = SettingsPaths(configuration);
        if (named.Count == 0 || GetKey(named) == GetKey(paths))
        {
            return null;
        }

        string index = configuration[$"{IndexOptions.Section}:{nameof(IndexOptions.Path)}"] is { Length: > 0 } set
            ? set
            : new IndexOptions().Path;
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(GetKey(named)));
        return $"{Path.TrimEndingDirectorySeparator(index)}.{GetName(named[0])}-{Convert.ToHexStringLower(hash)[..HashLength]}";
    }

    /// <summary>True when the paths are the corpus of the settings.</summary>
    public static bool IsSame(IReadOnlyList<string> named, IReadOnlyList<string> settings) =>
        GetKey(named) == GetKey(settings);

    private static IReadOnlyList<string> SettingsPaths(IConfiguration configuration)
    {
        string?[] set =
        [
            .. configuration
                .GetSection($"{CorpusOptions.Section}:{nameof(CorpusOptions.Paths)}")
                .GetChildren()
                .Select(c => c.Value),
        ];
        string[] paths = [.. set.OfType<string>()];
        return paths.Length > 0 ? paths : CorpusOptions.DefaultPaths;
    }

    /// <summary>The full paths in sorted order.</summary>
    private static string GetKey(IReadOnlyList<string> paths) =>
        string.Join('\n', paths.Select(GetFullPath).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string GetFullPath(string path) =>
        path.Contains('\0', StringComparison.Ordinal) || path.Length == 0
            ? path
            : Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    private static string GetName(string path)
    {
        string name = string.Concat(
            Path.GetFileName(GetFullPath(path)).Where(c => char.IsLetterOrDigit(c) || c is '-' or '_')
        );
        return name.Length == 0 ? "corpus" : name[..Math.Min(name.Length, MaxNameLength)];
    }
}
