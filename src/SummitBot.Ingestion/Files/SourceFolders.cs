using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;

namespace SummitBot.Ingestion.Files;

/// <summary>
/// The folders of the sources in the settings, and what the settings say of the articles in each. A folder inside of another
/// one's goes before it.
/// </summary>
internal sealed class SourceFolders
{
    private readonly (string Path, string Defaults)[] _folders;

    public SourceFolders(CorpusOptions options)
    {
        IEnumerable<(string Path, string Defaults)> folders =
            from source in options.ListSources()
            let defaults = source.Defaults.Write()
            from path in new[] { source.Folder, RealPath.Resolve(source.Folder) }.Distinct(StringComparer.Ordinal)
            select (path, defaults);
        _folders = [.. folders.OrderByDescending(f => f.Path.Length)];
    }

    public bool IsEmpty => _folders.Length == 0;

    /// <summary>
    /// What the settings say of a file, in the form of <see cref="ArticleDefaults.Write"/>. A file behind a link is as
    /// restricted as the folder that it stands in.
    /// </summary>
    /// <param name="path">Full path, as the file was found.</param>
    /// <param name="realPath">The path without links.</param>
    public string DefaultsOf(string path, string realPath)
    {
        string real = Find(realPath);
        string asFound = path == realPath ? real : Find(path);
        return ArticleDefaults.Read(real).Groups is not null ? real : asFound;
    }

    private string Find(string path) => Array.Find(_folders, f => IsIn(path, f.Path)).Defaults ?? "";

    private static bool IsIn(string path, string folder) =>
        path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
