using Lucene.Net.Index;
using Lucene.Net.Store;
using Microsoft.Extensions.Options;
using SummitBot.Core.Corpus;
using IndexOptions = SummitBot.Core.Corpus.IndexOptions;
using IODirectory = System.IO.Directory;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace SummitBot.Indexing.Storage;

/// <summary>The folder of the index, and the one place where the engine's exceptions become ours.</summary>
internal sealed class IndexFolder(IOptions<IndexOptions> options) : IDisposable
{
    /// <summary>Files that may stand in any folder and make it no less empty.</summary>
    private static readonly string[] Harmless = ["lost+found", "System Volume Information", "desktop.ini"];

    /// <summary>Keeps no failure: what stands in the way of the folder may be gone at the next look.</summary>
    private readonly Lazy<LuceneDirectory> _directory = new(
        () =>
        {
            string path = Path.GetFullPath(options.Value.Path);
            return new PositionalDirectory(path, new OpenFileLockFactory(path));
        },
        LazyThreadSafetyMode.PublicationOnly
    );

    public string FullPath { get; } = Path.GetFullPath(options.Value.Path);

    public LuceneDirectory Directory => _directory.Value;

    /// <summary>Bytes of the index's files, those of the commit that is being replaced too.</summary>
    public long Size => Directory.ListAll().Where(IsOurs).Sum(name => Directory.FileLength(name));

    /// <summary>True when a commit stands here, sound or not.</summary>
    public bool HasCommit =>
        FileNames()
            .Any(n =>
                n.StartsWith(IndexFileNames.SEGMENTS, StringComparison.Ordinal)
                && !n.Equals(IndexFileNames.SEGMENTS_GEN, StringComparison.Ordinal)
            );

    /// <summary>True when a commit was here and its file is gone; a first run that was cut short leaves no such trace.</summary>
    public bool LostItsCommit =>
        !HasCommit && FileNames().Contains(IndexFileNames.SEGMENTS_GEN, StringComparer.Ordinal);

    /// <summary>Does something with the index; trouble with it comes out as <see cref="IndexUnavailableException"/>.</summary>
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

    /// <summary>As <see cref="Reading{T}"/>, for what writes.</summary>
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

    /// <summary>Makes the folder when there is none.</summary>
    /// <exception cref="IndexUnavailableException">It holds other people's files and no index.</exception>
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
    /// Removes what a damaged index, or a first run that was cut short, left behind; files of others stay. The engine
    /// itself only tidies up around a sound commit.
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
        if (_directory.IsValueCreated)
        {
            _directory.Value.Dispose();
        }
    }

    private static bool IsOurs(string name) =>
        name == IndexWriter.WRITE_LOCK_NAME
        || name.StartsWith(IndexFileNames.SEGMENTS, StringComparison.Ordinal)
        || IndexFileNames.CODEC_FILE_PATTERN.IsMatch(name);

    private static bool IsHarmless(string name) =>
        name[0] == '.'
        || name.StartsWith(VectorPaths.Prefix, StringComparison.Ordinal)
        || Harmless.Contains(name, StringComparer.Ordinal);

    private IEnumerable<string> FileNames() =>
        IODirectory.Exists(FullPath)
            ? IODirectory.EnumerateFileSystemEntries(FullPath).Select(p => Path.GetFileName(p))
            : [];
}
