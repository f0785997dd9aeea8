using System.Text.Json;
using Lucene.Net.Index;
using Microsoft.Extensions.Options;
using SummitBot.Core.Corpus;
using SummitBot.Indexing.Search;
using SummitBot.Indexing.Storage;
using IndexOptions = SummitBot.Core.Corpus.IndexOptions;

namespace SummitBot.Indexing.Snapshots;

/// <summary>
/// Publishes the commit of this host's index, and installs what another host published: into a folder of its own within
/// the index's folder, which becomes the index once all of its files are there.
/// </summary>
internal sealed class IndexSnapshots(
    IndexFolder folder,
    IPassageIndex index,
    PassageSearchers searchers,
    IOptions<IndexOptions> options,
    TimeProvider time
) : IIndexSnapshots
{
    /// <summary>Snapshots of each layout that remain for going back.</summary>
    private const int Kept = 5;

    private readonly SnapshotFolder _shared = new(options.Value.Snapshots, IndexLayout.Version);

    /// <summary>By name: the file as it was when its hash was computed.</summary>
    private readonly Dictionary<string, (DateTime LastWritten, SnapshotFile File)> _described = new(
        StringComparer.Ordinal
    );

    public bool IsEnabled => options.Value.Snapshots.Length > 0;

    public string Layout => IndexLayout.Version;

    public bool HasInstalled => folder.SnapshotId is not null;

    public IReadOnlyList<IndexSnapshotInfo> List() =>
        Guarded(() =>
        {
            SnapshotPointer? pointer = _shared.ReadPointer();
            return _shared.List().Select(s => Describe(s.Id, s.Manifest, pointer)).ToList();
        });

    public bool IsPinned() => Guarded(() => _shared.ReadPointer() is { IsPinned: true });

    public bool NeedsInstall(bool keepsChanges) =>
        Guarded(() => _shared.ReadPointer() is { } pointer && !IsInstalled(pointer, keepsChanges));

    public Task<IndexSnapshotInfo?> InstallAsync(bool keepsChanges, CancellationToken cancellationToken) =>
        GuardedAsync<IndexSnapshotInfo?>(async () =>
        {
            if (_shared.ReadPointer() is not { } pointer)
            {
                return null;
            }

            SnapshotManifest manifest =
                _shared.ReadManifest(pointer.Id)
                ?? throw new IOException($"The snapshot {pointer.Id} is gone or damaged.");
            if (!IsInstalled(pointer, keepsChanges))
            {
                await InstallAsync(pointer.Id, manifest, cancellationToken);
            }

            return Describe(pointer.Id, manifest, pointer);
        });

    public Task<bool> PublishAsync(CancellationToken cancellationToken) =>
        GuardedAsync(async () =>
        {
            if (_shared.ReadPointer() is { IsPinned: true } || index.ReadManifest(out _) is not { } contents)
            {
                return false;
            }

            var commit = new SegmentInfos();
            commit.Read(folder.Directory);
            var manifest = new SnapshotManifest(
                contents.CommittedAt,
                contents.Sources.Count(s => s.Article is not null),
                contents.PassageCount,
                await ShareAsync(commit, cancellationToken)
            );
            string id = manifest.ComputeId();
            _shared.WriteManifest(id, manifest);
            bool isNew = _shared.ReadPointer()?.Id != id;
            if (isNew)
            {
                _shared.WriteCurrent(id);
            }

            folder.MarkSnapshot(id, commit);
            if (isNew)
            {
                _shared.Prune(Kept, time.GetUtcNow());
            }

            return isNew;
        });

    public IndexSnapshotInfo Pin(string id) =>
        Guarded(() =>
        {
            (string Id, SnapshotManifest Manifest)[] found =
            [
                .. _shared.List().Where(s => s.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase)),
            ];
            if (found is not [var (full, manifest)])
            {
                throw new IndexUnavailableException(
                    IndexError.Missing,
                    $"{(found.Length == 0 ? "No snapshot" : "More than one snapshot")} begins with {id}: `summitbot snapshots list` shows them."
                );
            }

            _shared.Pin(full);
            return Describe(full, manifest, new SnapshotPointer(full, IsPinned: true));
        });

    public void Unpin() =>
        Guarded<object?>(() =>
        {
            _shared.Unpin();
            return null;
        });

    private static IndexSnapshotInfo Describe(string id, SnapshotManifest manifest, SnapshotPointer? pointer) =>
        new(
            id,
            manifest.CommittedAt,
            manifest.Articles,
            manifest.Passages,
            manifest.Files.Sum(f => f.Length),
            pointer?.Id == id,
            pointer?.Id == id && pointer.IsPinned
        );

    /// <summary>An index that cannot be opened is not installed, whatever its marker says.</summary>
    private bool IsInstalled(SnapshotPointer pointer, bool keepsChanges) =>
        folder.SnapshotId == pointer.Id
        && ((keepsChanges && !pointer.IsPinned) || folder.IsAsInSnapshot)
        && index.ReadManifest(out _) is not null;

    private async Task InstallAsync(string id, SnapshotManifest manifest, CancellationToken cancellationToken)
    {
        string copy = folder.CreateCopy();
        try
        {
            await CopyAsync(manifest, copy, cancellationToken);
            folder.Activate(copy, id);
        }
        catch
        {
            // Each try would leave another one, on a disk that may be full already.
            IndexFolder.TryDelete(copy);
            throw;
        }

        _described.Clear();
        searchers.Refresh();
    }

    /// <summary>Stores the files of a commit, and the vectors.</summary>
    private async Task<IReadOnlyList<SnapshotFile>> ShareAsync(SegmentInfos commit, CancellationToken cancellationToken)
    {
        IEnumerable<string> names = commit.GetFiles(folder.Directory, includeSegmentsFile: true);
        string vectors = VectorPaths.GetFile(folder);
        if (File.Exists(vectors))
        {
            names = names.Append(Path.GetFileName(vectors));
        }

        var files = new List<SnapshotFile>();
        foreach (string name in names.Order(StringComparer.Ordinal))
        {
            files.Add(await ShareAsync(Path.Combine(folder.FullPath, name), cancellationToken));
        }

        return files;
    }

    private async Task<SnapshotFile> ShareAsync(string path, CancellationToken cancellationToken)
    {
        string name = Path.GetFileName(path);
        DateTime written = File.GetLastWriteTimeUtc(path);
        if (!_described.TryGetValue(name, out var known) || known.LastWritten != written)
        {
            known = (written, await SnapshotFolder.DescribeAsync(path, cancellationToken));
        }

        // Vectors may be replaced meanwhile.
        if (!await _shared.TryAddAsync(path, known.File, time.GetUtcNow(), cancellationToken))
        {
            known = (File.GetLastWriteTimeUtc(path), await SnapshotFolder.DescribeAsync(path, cancellationToken));
            if (!await _shared.TryAddAsync(path, known.File, time.GetUtcNow(), cancellationToken))
            {
                throw new IOException($"{path} changed while it was copied.");
            }
        }

        _described[name] = known;
        return known.File;
    }

    /// <summary>Files that the present index has too are copied from there.</summary>
    private async Task CopyAsync(SnapshotManifest manifest, string copy, CancellationToken cancellationToken)
    {
        foreach (SnapshotFile file in manifest.Files)
        {
            string name = Path.GetFileName(file.Name);
            string target = Path.Combine(copy, name);
            if (!await TryCopyPresentAsync(name, file, target, cancellationToken))
            {
                File.Delete(target);
                await _shared.CopyToAsync(file, target, cancellationToken);
            }
        }
    }

    private async Task<bool> TryCopyPresentAsync(
        string name,
        SnapshotFile file,
        string target,
        CancellationToken cancellationToken
    )
    {
        var present = new FileInfo(Path.Combine(folder.FullPath, name));
        try
        {
            return present.Exists
                && present.Length == file.Length
                && await SnapshotFolder.TryCopyAsync(present.FullName, target, file.Hash, cancellationToken);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private T Guarded<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception e) when (IsExpected(e))
        {
            throw Describe(e);
        }
    }

    private async Task<T> GuardedAsync<T>(Func<Task<T>> use)
    {
        try
        {
            return await use();
        }
        catch (Exception e) when (IsExpected(e))
        {
            throw Describe(e);
        }
    }

    private static bool IsExpected(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or JsonException;

    private IndexUnavailableException Describe(Exception exception) =>
        new(
            IndexError.Unreadable,
            $"The snapshots in {Path.GetFullPath(options.Value.Snapshots)} cannot be used: {exception.Message}",
            exception
        );
}
