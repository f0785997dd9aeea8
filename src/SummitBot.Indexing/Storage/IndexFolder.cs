using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Microsoft.Extensions.Options;
using SummitBot.Core.Corpus;
using IndexOptions = SummitBot.Core.Corpus.IndexOptions;
using IODirectory = System.IO.Directory;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace SummitBot.Indexing.Storage;

/// <summary>
/// The folder of the index; converts the engine's exceptions to ours. The index is in the folder itself or in a copy
/// below it, which a marker names: an index that another host built replaces this one as a whole.
/// </summary>
internal sealed class IndexFolder(IOptions<IndexOptions> options) : IDisposable
{
    /// <summary>
    /// Three lines: the name of the copy, empty for the folder itself; the id of its snapshot; the commit that the
    /// snapshot has.
    /// </summary>
    private const string MarkerName = ".snapshot";

    private const string CopyPrefix = ".copy-";

    /// <summary>Files that do not count when checking whether a folder is empty.</summary>
    private static readonly string[] Harmless = ["lost+found", "System Volume Information", "desktop.ini"];

    private static readonly Marker NoMarker = new("", null, null);

    private readonly string _root = Path.GetFullPath(options.Value.Path);
    private readonly System.Threading.Lock _exchange = new();
    private readonly List<Place> _former = [];
    private volatile Place? _place;

    public string FullPath => Current.Path;

    public LuceneDirectory Directory => Current.Directory;

    /// <summary>The snapshot that was last installed here or published from here; null when there is none.</summary>
    public string? SnapshotId => ReadMarker()?.SnapshotId;

    /// <summary>True when nothing has been committed since the snapshot was installed or published.</summary>
    public bool IsAsInSnapshot => ReadMarker() is { Commit: { } commit } && commit == ReadCommit(Directory);

    private Place Current
    {
        get
        {
            if (_place is null)
            {
                Interlocked.CompareExchange(ref _place, new Place(GetPath(ReadMarker() ?? NoMarker)), null);
            }

            return _place;
        }
    }

    /// <summary>Goes on with the copy that the marker names, when a process has changed it.</summary>
    public void Follow()
    {
        lock (_exchange)
        {
            Place current = Current;
            if (ReadMarker() is not { } marker || GetPath(marker) == current.Path)
            {
                return;
            }

            // Searches may still read there.
            _former.Add(current);
            _place = new Place(GetPath(marker));
        }
    }

    /// <summary>
    /// An empty folder for a copy of an index. Former copies and what an interrupted installation left are deleted, and
    /// so is an index in the folder itself that a copy has replaced.
    /// </summary>
    public string CreateCopy()
    {
        Follow();
        foreach (string name in GetNames(_root).Where(n => n.StartsWith(CopyPrefix, StringComparison.Ordinal)))
        {
            string other = Path.Combine(_root, name);
            if (other != FullPath)
            {
                TryDelete(other);
            }
        }

        if (FullPath != _root && GetNames(_root).Any(IsCommit))
        {
            foreach (string name in GetNames(_root).Where(n => IsOurs(n) || IsOfVectors(n)))
            {
                TryDelete(Path.Combine(_root, name));
            }
        }

        return IODirectory.CreateDirectory(Path.Combine(_root, $"{CopyPrefix}{Guid.CreateVersion7():N}")).FullName;
    }

    /// <summary>Makes a copy the index. The former one stays until the next copy, as searches may still read it.</summary>
    /// <exception cref="IOException">The copy has no index, or the marker cannot be written.</exception>
    public void Activate(string copy, string snapshotId)
    {
        using var place = new Place(copy);
        string commit =
            ReadCommit(place.Directory) ?? throw new IOException($"The snapshot {snapshotId} has no index.");
        WriteMarker(new Marker(Path.GetFileName(copy), snapshotId, commit));
        Follow();
    }

    /// <summary>Deletes a file, or a folder with all that is in it, unless it is in use.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            if (IODirectory.Exists(path))
            {
                IODirectory.Delete(path, recursive: true);
            }
            else
            {
                File.Delete(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next installation tries again.
        }
    }

    /// <summary>Records that this commit of the index is this snapshot.</summary>
    public void MarkSnapshot(string snapshotId, SegmentInfos commit)
    {
        string path = FullPath;
        var marker = new Marker(path == _root ? "" : Path.GetFileName(path), snapshotId, Describe(commit));
        if (marker != ReadMarker())
        {
            WriteMarker(marker);
        }
    }

    /// <summary>Size of the index's files in bytes, including those of the commit that is being replaced.</summary>
    public long Size => Directory.ListAll().Where(IsOurs).Sum(name => Directory.FileLength(name));

    /// <summary>True when the folder has a commit, intact or not.</summary>
    public bool HasCommit => FileNames().Any(IsCommit);

    /// <summary>
    /// True when the folder had a commit and its file is gone; an interrupted first run leaves no such trace.
    /// </summary>
    public bool LostItsCommit =>
        !HasCommit && FileNames().Contains(IndexFileNames.SEGMENTS_GEN, StringComparer.Ordinal);

    /// <summary>Reads from the index and converts errors to <see cref="IndexUnavailableException"/>.</summary>
    public T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (IndexUnavailableException or OperationCanceledException))
        {
            throw LuceneErrorMapper.WhileReading(e, this);
        }
    }

    /// <summary>Like <see cref="Reading{T}"/>, for writing.</summary>
    public T Writing<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is not (IndexUnavailableException or OperationCanceledException))
        {
            throw LuceneErrorMapper.WhileWriting(e, this);
        }
    }

    /// <summary>Creates the folder if it does not exist.</summary>
    /// <exception cref="IndexUnavailableException">It has files of other programs and no index.</exception>
    public void Prepare()
    {
        Make();
        string? foreign = FileNames().FirstOrDefault(n => !IsOurs(n) && !IsHarmless(n));
        if (foreign is not null && !FileNames().Any(IsOurs))
        {
            throw new IndexUnavailableException(
                IndexError.Unreadable,
                $"The folder {FullPath} holds other files ({foreign}) and no index: set SummitBot:Index:Path or --index to an empty folder or to one that does not exist yet."
            );
        }
    }

    private void Make()
    {
        if (File.Exists(FullPath))
        {
            throw LuceneErrorMapper.IsNoFolder(this);
        }

        try
        {
            IODirectory.CreateDirectory(FullPath);
        }
        catch (Exception e)
            when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw LuceneErrorMapper.CannotBeMade(this, e);
        }
    }

    /// <summary>
    /// Removes the remains of a damaged index or of an interrupted first run; other files stay. The engine cleans up
    /// only around an intact commit.
    /// </summary>
    /// <exception cref="LockObtainFailedException">Another process is writing.</exception>
    public void RemoveRemains()
    {
        Lucene.Net.Store.Lock writeLock = Directory.MakeLock(IndexWriter.WRITE_LOCK_NAME);
        if (!writeLock.Obtain())
        {
            throw new LockObtainFailedException(IndexWriter.WRITE_LOCK_NAME);
        }

        using (writeLock)
        {
            foreach (string name in FileNames().Where(n => IsOurs(n) && n != IndexWriter.WRITE_LOCK_NAME))
            {
                File.Delete(Path.Combine(FullPath, name));
            }
        }
    }

    public void Dispose()
    {
        _place?.Dispose();
        _former.ForEach(p => p.Dispose());
    }

    private string GetPath(Marker marker) =>
        marker.Copy.Length == 0 ? _root : Path.Combine(_root, Path.GetFileName(marker.Copy));

    /// <summary>Null when it cannot be read just now.</summary>
    private Marker? ReadMarker()
    {
        try
        {
            string[] lines = File.ReadAllLines(Path.Combine(_root, MarkerName));
            return
                lines is [var copy, var id, var commit]
                && new Marker(copy, id, commit) is var marker
                && IODirectory.Exists(GetPath(marker))
                ? marker
                : NoMarker;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return NoMarker;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void WriteMarker(Marker marker) =>
        WholeFile.Write(
            Path.Combine(_root, MarkerName),
            Encoding.UTF8.GetBytes($"{marker.Copy}\n{marker.SnapshotId}\n{marker.Commit}\n")
        );

    /// <summary>Null when there is none that can be read.</summary>
    private static string? ReadCommit(LuceneDirectory directory)
    {
        try
        {
            var commit = new SegmentInfos();
            commit.Read(directory);
            return Describe(commit);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // In a damaged file, the engine fails in many ways.
            return null;
        }
    }

    private static string Describe(SegmentInfos commit) =>
        IndexLayout.GetCommitName(commit.UserData, commit.Generation);

    private static bool IsCommit(string name) =>
        name.StartsWith(IndexFileNames.SEGMENTS, StringComparison.Ordinal)
        && !name.Equals(IndexFileNames.SEGMENTS_GEN, StringComparison.Ordinal);

    private static bool IsOurs(string name) =>
        name == IndexWriter.WRITE_LOCK_NAME
        || name.StartsWith(IndexFileNames.SEGMENTS, StringComparison.Ordinal)
        || IndexFileNames.CODEC_FILE_PATTERN.IsMatch(name);

    private static bool IsHarmless(string name) =>
        name[0] == '.' || IsOfVectors(name) || Harmless.Contains(name, StringComparer.Ordinal);

    private static bool IsOfVectors(string name) => name.StartsWith(VectorPaths.Prefix, StringComparison.Ordinal);

    private IEnumerable<string> FileNames() => GetNames(FullPath);

    private static IEnumerable<string> GetNames(string folder) =>
        IODirectory.Exists(folder)
            ? IODirectory.EnumerateFileSystemEntries(folder).Select(p => Path.GetFileName(p))
            : [];

    private sealed record Marker(string Copy, string? SnapshotId, string? Commit);

    private sealed class Place(string path) : IDisposable
    {
        /// <summary>Failures are not cached: the folder may be accessible the next time.</summary>
        private readonly Lazy<LuceneDirectory> _directory = new(
            () => new PositionalDirectory(path, new OpenFileLockFactory(path)),
            LazyThreadSafetyMode.PublicationOnly
        );

        public string Path { get; } = path;

        public LuceneDirectory Directory => _directory.Value;

        public void Dispose()
        {
            if (_directory.IsValueCreated)
            {
                _directory.Value.Dispose();
            }
        }
    }
}
