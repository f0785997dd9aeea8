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
    private readonly Source[] _sources;

    /// <summary>By the full paths of fetched files: what is said of them, with the addresses that they came from.</summary>
    private readonly Dictionary<string, string> _fetched = new(StringComparer.Ordinal);

    public SourceFolders(CorpusOptions options)
    {
        IEnumerable<(string Path, string Defaults)> folders =
            from source in options.ListSources()
            let defaults = source.Defaults.Write()
            from path in new[] { source.Folder, RealPath.Resolve(source.Folder) }.Distinct(StringComparer.Ordinal)
            select (path, defaults);
        _folders = [.. folders.OrderByDescending(f => f.Path.Length)];
        _sources = [.. options.ListSources().Where(s => s.IsFetched)];
        Array.ForEach(_sources, Load);
    }

    public bool IsEmpty => _folders.Length == 0;

    /// <summary>
    /// What the settings say of a file, in the form of <see cref="ArticleDefaults.Write"/>. A file behind a link is as
    /// restricted as the folder that it stands in.
    /// </summary>
    /// <param name="path">Full path, as the file was found.</param>
    /// <param name="realPath">The path without links.</param>
    public string FindDefaults(string path, string realPath)
    {
        if (_fetched.TryGetValue(path, out string? fetched))
        {
            return fetched;
        }

        // It may have come since its source was loaded: its address was saved before it took its place.
        if (Array.Find(_sources, s => s.Holds(path)) is { } source)
        {
            Load(source);
            if (_fetched.TryGetValue(path, out fetched))
            {
                return fetched;
            }
        }

        string real = Find(realPath);
        string asFound = path == realPath ? real : Find(path);
        return ArticleDefaults.Read(real).Groups is not null ? real : asFound;
    }

    private void Load(Source source)
    {
        foreach (FetchedFiles.Entry entry in FetchedFiles.Load(source.Folder).Entries.Values)
        {
            ArticleDefaults defaults = source.Defaults with { Url = source.FindUrl(entry.Address) };
            _fetched[Path.Combine(source.Folder, entry.File)] = defaults.Write();
        }
    }

    private string Find(string path) => Array.Find(_folders, f => Source.IsIn(path, f.Path)).Defaults ?? "";
}
