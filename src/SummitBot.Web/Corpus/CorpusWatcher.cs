using Microsoft.Extensions.Options;
using SummitBot.Core.Corpus;

namespace SummitBot.Web.Corpus;

/// <summary>
/// Raises the <see cref="CorpusSignal"/> when the file system reports a change below the corpus. Where it does not report
/// (network shares, links, too many folders), the periodic look finds the change.
/// </summary>
public sealed partial class CorpusWatcher(
    CorpusSignal signal,
    IOptions<CorpusOptions> options,
    ILogger<CorpusWatcher> logger
) : IDisposable
{
    private readonly Dictionary<string, FileSystemWatcher> _watchers = new(StringComparer.Ordinal);
    private bool _hasFailed;

    /// <summary>Watches those paths of the corpus that are there and not watched yet.</summary>
    internal void WatchNew()
    {
        foreach (string path in options.Value.AllPaths.Select(Path.GetFullPath))
        {
            // A folder that was taken away and put back is another one.
            if (_watchers.TryGetValue(path, out FileSystemWatcher? known) && !Path.Exists(path))
            {
                known.Dispose();
                _watchers.Remove(path);
            }
            else if (known is null && Path.Exists(path))
            {
                Watch(path);
            }
        }
    }

    public void Dispose()
    {
        foreach (FileSystemWatcher watcher in _watchers.Values)
        {
            watcher.Dispose();
        }

        _watchers.Clear();
    }

    private void Watch(string path)
    {
        try
        {
            bool isFolder = Directory.Exists(path);
            var watcher = new FileSystemWatcher(isFolder ? path : Path.GetDirectoryName(path)!)
            {
                IncludeSubdirectories = isFolder,
                Filter = isFolder ? "" : Path.GetFileName(path),
            };
            watcher.Changed += Note;
            watcher.Created += Note;
            watcher.Deleted += Note;
            watcher.Renamed += Note;
            watcher.Error += (_, _) => signal.Raise();
            watcher.EnableRaisingEvents = true;
            _watchers[path] = watcher;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            if (!_hasFailed)
            {
                _hasFailed = true;
                LogFailed(logger, options.Value.RefreshSeconds);
            }
        }
    }

    private void Note(object sender, FileSystemEventArgs change)
    {
        bool isHidden = (change.Name ?? "").Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.'));
        bool wasHidden = change is RenamedEventArgs { OldName: { } old } && Path.GetFileName(old).StartsWith('.');
        if (!isHidden || (change is RenamedEventArgs && !wasHidden))
        {
            signal.Raise();
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The file system does not report changes below the corpus (too many folders?): they are found every {Seconds} s"
    )]
    private static partial void LogFailed(ILogger logger, int seconds);
}
