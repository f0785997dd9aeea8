using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SummitBot.Indexing.Storage;

namespace SummitBot.Indexing.Snapshots;

/// <summary>
/// The folder that hosts share. Each index layout has its own folder there: <c>files/HASH</c> has the contents of files by
/// their SHA-256, <c>manifests/ID.json</c> the files of a snapshot; <c>current</c> names the snapshot that was published
/// last and <c>pinned</c> the one that all use instead. Each is written under another name first, so that no reader sees
/// half of it.
/// </summary>
internal sealed class SnapshotFolder(string root, string layout)
{
    private const int BufferSize = 1 << 17;

    /// <summary>A file that no kept snapshot has may belong to one that is being published just now.</summary>
    private static readonly TimeSpan UnusedFileAge = TimeSpan.FromHours(1);

    private readonly string _path = Path.Combine(root, layout.Replace('/', '-'));

    private string Files => Path.Combine(_path, "files");

    private string Manifests => Path.Combine(_path, "manifests");

    private string Current => Path.Combine(_path, "current");

    private string Pinned => Path.Combine(_path, "pinned");

    /// <summary>The pinned snapshot, else the one published last; null when there is none.</summary>
    public SnapshotPointer? ReadPointer() =>
        ReadId(Pinned) is { } pinned ? new SnapshotPointer(pinned, IsPinned: true)
        : ReadId(Current) is { } current ? new SnapshotPointer(current, IsPinned: false)
        : null;

    public void WriteCurrent(string id) => Write(Current, Encoding.ASCII.GetBytes(id));

    public void Pin(string id) => Write(Pinned, Encoding.ASCII.GetBytes(id));

    public void Unpin()
    {
        if (Directory.Exists(_path))
        {
            File.Delete(Pinned);
        }
    }

    /// <summary>Null when it is gone or damaged.</summary>
    public SnapshotManifest? ReadManifest(string id)
    {
        try
        {
            SnapshotManifest? manifest = JsonSerializer.Deserialize(
                File.ReadAllBytes(GetManifestPath(id)),
                SnapshotJson.Default.SnapshotManifest
            );
            return manifest?.ComputeId() == id ? manifest : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    public void WriteManifest(string id, SnapshotManifest manifest)
    {
        if (ReadManifest(id) is null)
        {
            Write(
                GetManifestPath(id),
                JsonSerializer.SerializeToUtf8Bytes(manifest, SnapshotJson.Default.SnapshotManifest)
            );
        }
    }

    /// <summary>The snapshots, the one published last first.</summary>
    public IReadOnlyList<(string Id, SnapshotManifest Manifest)> List() =>
        Directory.Exists(Manifests)
            ?
            [
                .. new DirectoryInfo(Manifests)
                    .EnumerateFiles("*.json")
                    .OrderByDescending(f => f.LastWriteTimeUtc)
                    .Select(f => Path.GetFileNameWithoutExtension(f.Name))
                    .Select(id => (Id: id, Manifest: ReadManifest(id)))
                    .Where(s => s.Manifest is not null)
                    .Select(s => (s.Id, s.Manifest!)),
            ]
            : [];

    /// <summary>Stores a file, unless the folder has it.</summary>
    /// <returns>False when the file is not the one that was described.</returns>
    public async Task<bool> TryAddAsync(
        string source,
        SnapshotFile file,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var stored = new FileInfo(GetFilePath(file));
        if (stored.Exists && stored.Length == file.Length)
        {
            if (now.UtcDateTime - stored.LastWriteTimeUtc > UnusedFileAge / 2)
            {
                // Prune must not take it away from the snapshot that is being published.
                stored.LastWriteTimeUtc = now.UtcDateTime;
            }

            return true;
        }

        Directory.CreateDirectory(Files);
        string part = WholeFile.CreatePartName(stored.FullName);
        try
        {
            if (!await TryCopyAsync(source, part, file.Hash, cancellationToken))
            {
                return false;
            }

            File.Move(part, stored.FullName, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Copies a file of a snapshot to a path that does not exist yet.</summary>
    /// <exception cref="IOException">The folder lacks the file, or has it damaged; then it is removed there, so that it
    /// is stored again.</exception>
    public async Task CopyToAsync(SnapshotFile file, string target, CancellationToken cancellationToken)
    {
        string source = GetFilePath(file);
        if (await TryCopyAsync(source, target, file.Hash, cancellationToken))
        {
            return;
        }

        // The damage may have happened on the way here.
        if ((await DescribeAsync(source, cancellationToken)).Hash != file.Hash)
        {
            File.Delete(source);
        }

        throw new IOException($"{source} is damaged. The host that builds the index stores it again.");
    }

    /// <summary>True when the copy has this hash.</summary>
    public static async Task<bool> TryCopyAsync(
        string source,
        string target,
        string hash,
        CancellationToken cancellationToken
    )
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using FileStream from = OpenRead(source);
        await using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        byte[] buffer = new byte[BufferSize];
        while (await from.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            sum.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        to.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(sum.GetHashAndReset()) == hash;
    }

    public static async Task<SnapshotFile> DescribeAsync(string file, CancellationToken cancellationToken)
    {
        await using FileStream from = OpenRead(file);
        byte[] hash = await SHA256.HashDataAsync(from, cancellationToken);
        return new SnapshotFile(Path.GetFileName(file), from.Length, Convert.ToHexStringLower(hash));
    }

    /// <summary>
    /// Deletes all snapshots but the last, the current and the pinned one, and files that none has. A host that is
    /// copying one of them tries again with the current snapshot.
    /// </summary>
    public void Prune(int kept, DateTimeOffset now)
    {
        string?[] inUse = [ReadId(Current), ReadId(Pinned)];
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ((id, manifest), place) in List().Select((s, i) => (s, i)))
        {
            if (place < kept || inUse.Contains(id))
            {
                used.Add($"{id}.json");
                used.UnionWith(manifest.Files.Select(f => f.Hash));
            }
            else
            {
                File.Delete(GetManifestPath(id));
            }
        }

        DeleteUnused(Manifests, used, now);
        DeleteUnused(Files, used, now);
    }

    private static void DeleteUnused(string folder, HashSet<string> used, DateTimeOffset now)
    {
        foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles())
        {
            if (!used.Contains(file.Name) && now.UtcDateTime - file.LastWriteTimeUtc > UnusedFileAge)
            {
                file.Delete();
            }
        }
    }

    private string GetFilePath(SnapshotFile file) => Path.Combine(Files, Path.GetFileName(file.Hash));

    private string GetManifestPath(string id) => Path.Combine(Manifests, $"{id}.json");

    private static FileStream OpenRead(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Null when there is no such file, or no id in it.</summary>
    private static string? ReadId(string file)
    {
        try
        {
            string id = File.ReadAllText(file).Trim();
            return id.Length > 0 && id.All(char.IsAsciiHexDigitLower) ? id : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static void Write(string file, byte[] contents)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        WholeFile.Write(file, contents);
    }
}
