using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;

namespace SummitBot.Ingestion.Files;

/// <summary>
/// Finds the article files below a set of paths, for one call. Every folder is visited once, by its real path, so that
/// cyclic links end; a folder's own name is preferred to a link. A link out of the named paths is not followed, because
/// its target would be published.
/// </summary>
internal sealed class ArticleFileFinder(CorpusOptions options)
{
    private readonly SkippedNames _skipped = new(options.Skip);
    private readonly SourceFolders _sources = new(options);
    private readonly SortedDictionary<string, ArticleFile> _files = new(StringComparer.Ordinal);
    private readonly List<ArticleReadFailure> _failures = [];
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly Stack<Folder> _folders = new();
    private readonly Queue<Folder> _linkedFolders = new();
    private readonly List<string> _realRoots = [];

    public ArticleFileListing Find(IReadOnlyCollection<string> paths)
    {
        _realRoots.AddRange(paths.Select(GetFullPath).OfType<string>().Select(RealPath.Resolve));
        foreach (string path in paths)
        {
            Start(path);
            VisitFolders();
        }

        while (_linkedFolders.TryDequeue(out Folder linked))
        {
            Visit(linked);
            VisitFolders();
        }

        return new ArticleFileListing([.. _files.Values], _failures);
    }

    private void VisitFolders()
    {
        while (_folders.TryPop(out Folder folder))
        {
            Visit(folder);
        }
    }

    private void Start(string path)
    {
        string? fullPath = GetFullPath(path);
        if (fullPath is not null && Directory.Exists(fullPath))
        {
            _folders.Push(new Folder(fullPath, fullPath));
        }
        else if (fullPath is not null && File.Exists(fullPath))
        {
            Add(fullPath, Path.GetFileName(fullPath));
        }
        else
        {
            _failures.Add(
                new ArticleReadFailure(
                    path,
                    ArticleReadError.NotFound,
                    $"There is no file or folder '{path}': check the path, or name the folder of your articles with --corpus."
                )
            );
        }
    }

    private void Visit(Folder folder)
    {
        if (!_visited.Add(RealPath.Resolve(folder.Path)))
        {
            return;
        }

        try
        {
            foreach (FileSystemInfo entry in new DirectoryInfo(folder.Path).EnumerateFileSystemInfos())
            {
                Take(entry, folder.Root);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _failures.Add(
                new ArticleReadFailure(
                    folder.Path,
                    ArticleReadError.Unreadable,
                    $"The folder '{folder.Path}' cannot be listed: check its permissions."
                )
            );
        }
    }

    private void Take(FileSystemInfo entry, string root)
    {
        string relativePath = Path.GetRelativePath(root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
        if (entry.Name.StartsWith('.') || _skipped.Contains(relativePath))
        {
            return;
        }

        bool isFolder = entry.Attributes.HasFlag(FileAttributes.Directory);
        bool isArticle = !isFolder && ArticleFormats.FromPath(entry.Name) is not null;
        if ((isFolder || isArticle) && LeadsOutside(entry))
        {
            _failures.Add(
                new ArticleReadFailure(
                    entry.FullName,
                    ArticleReadError.OutsideCorpus,
                    "Skipped: the link leads out of the corpus. Name what it leads to as a path of the corpus, or set SummitBot:Corpus:FollowLinksOutside."
                )
            );
        }
        else if (isArticle)
        {
            Add(entry.FullName, relativePath);
        }
        else if (isFolder && entry.LinkTarget is not null)
        {
            _linkedFolders.Enqueue(new Folder(entry.FullName, root));
        }
        else if (isFolder)
        {
            _folders.Push(new Folder(entry.FullName, root));
        }
        else
        {
            string reason = ArticleFormats.ReasonAgainst(entry.Name);
            _failures.Add(new ArticleReadFailure(entry.FullName, ArticleReadError.UnknownFormat, reason));
        }
    }

    private bool LeadsOutside(FileSystemInfo entry)
    {
        if (options.FollowLinksOutside || entry.LinkTarget is null)
        {
            return false;
        }

        string real = RealPath.Resolve(entry.FullName);
        return !_realRoots.Exists(root =>
            real == root || real.StartsWith(WithSeparator(root), StringComparison.Ordinal)
        );
    }

    private static string WithSeparator(string path) =>
        Path.EndsInDirectorySeparator(path) ? path : path + Path.DirectorySeparatorChar;

    private void Add(string path, string relativePath)
    {
        if (_files.ContainsKey(path))
        {
            return;
        }

        // A file whose properties cannot be read is still listed; reading it gives the failure with its reason.
        var facts = new FileFacts(0, DateTime.UnixEpoch);
        try
        {
            facts = FileFacts.Read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // See above.
        }

        _files.Add(
            path,
            new ArticleFile(path, relativePath, facts.Length, facts.LastWritten)
            {
                Defaults = _sources.FindDefaults(path, _sources.IsEmpty ? path : RealPath.Resolve(path)),
            }
        );
    }

    private static string? GetFullPath(string path)
    {
        try
        {
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private readonly record struct Folder(string Path, string Root);
}
