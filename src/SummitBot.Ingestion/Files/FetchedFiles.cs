using System.Text.Json;

namespace SummitBot.Ingestion.Files;

/// <summary>What is known of a source's addresses, in a hidden file of its folder.</summary>
internal sealed class FetchedFiles
{
    private const string FileName = ".state.json";
    private const string DraftPrefix = ".draft-";

    private readonly string _folder;
    private readonly SortedDictionary<string, Entry> _entries;

    private FetchedFiles(string folder, SortedDictionary<string, Entry> entries) =>
        (_folder, _entries) = (folder, entries);

    public IReadOnlyDictionary<string, Entry> Entries => _entries;

    /// <summary>The state of the folder; an empty one when there is none that can be read, so that all is fetched again.</summary>
    public static FetchedFiles Load(string folder)
    {
        var entries = new SortedDictionary<string, Entry>(StringComparer.Ordinal);
        try
        {
            byte[] json = File.ReadAllBytes(Path.Combine(folder, FileName));
            foreach (Entry entry in JsonSerializer.Deserialize<Entry[]>(json) ?? [])
            {
                entries[entry.Address] = entry;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            entries.Clear();
        }

        return new FetchedFiles(folder, entries);
    }

    /// <summary>Keeps what was fetched: the file takes its place at once.</summary>
    public void Put(Entry entry, byte[] content)
    {
        string draft = CreateDraftPath();
        File.WriteAllBytes(draft, content);
        Put([(entry, draft)]);
    }

    /// <summary>Keeps what was fetched to files of <see cref="CreateDraftPath"/>: each takes its place at once.</summary>
    public void Put(IReadOnlyCollection<(Entry Entry, string Draft)> fetched)
    {
        if (fetched.Count == 0)
        {
            return;
        }

        // A known file goes first: with its new state saved before, its old content would count as the new one.
        ILookup<bool, (Entry Entry, string Draft)> known = fetched.ToLookup(f => _entries.ContainsKey(f.Entry.Address));
        foreach ((Entry entry, string draft) in known[true])
        {
            if (_entries[entry.Address].File != entry.File)
            {
                DeleteFile(_entries[entry.Address].File);
            }

            Place(entry, draft);
            _entries[entry.Address] = entry;
        }

        // For a new file the address goes first: a file without one would be an article without its place.
        foreach ((Entry entry, _) in known[false])
        {
            _entries[entry.Address] = entry;
        }

        Save();
        foreach ((Entry entry, string draft) in known[false])
        {
            Place(entry, draft);
        }
    }

    /// <summary>A path in the folder for content on its way, which nobody reads.</summary>
    public string CreateDraftPath()
    {
        Directory.CreateDirectory(_folder);
        return Path.Combine(_folder, $"{DraftPrefix}{Guid.NewGuid():N}");
    }

    /// <summary>Takes away what a fetch left that was killed.</summary>
    public void DeleteDrafts()
    {
        if (Directory.Exists(_folder))
        {
            foreach (string draft in Directory.GetFiles(_folder, DraftPrefix + "*"))
            {
                File.Delete(draft);
            }
        }
    }

    /// <summary>Keeps what the server says of content that is here already.</summary>
    public void Note(params IReadOnlyCollection<Entry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        foreach (Entry entry in entries)
        {
            _entries[entry.Address] = entry;
        }

        Save();
    }

    /// <summary>Takes addresses away with their files.</summary>
    public void Remove(params IReadOnlyCollection<string> addresses)
    {
        bool hasAny = false;
        foreach (string address in addresses)
        {
            if (_entries.Remove(address, out Entry? entry))
            {
                DeleteFile(entry.File);
                hasAny = true;
            }
        }

        if (hasAny)
        {
            Save();
        }
    }

    public bool HasFile(Entry entry) => File.Exists(Path.Combine(_folder, entry.File));

    private void Place(Entry entry, string draft)
    {
        string path = Path.Combine(_folder, entry.File);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Deletes a file, and the folders that are empty without it.</summary>
    private void DeleteFile(string name)
    {
        string path = Path.Combine(_folder, name);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        for (
            string? folder = Path.GetDirectoryName(path);
            folder?.Length > _folder.Length
                && Directory.Exists(folder)
                && !Directory.EnumerateFileSystemEntries(folder).Any();
            folder = Path.GetDirectoryName(folder)
        )
        {
            Directory.Delete(folder);
        }
    }

    private void Save()
    {
        string draft = CreateDraftPath();
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(_entries.Values.ToArray()));
        File.Move(draft, Path.Combine(_folder, FileName), overwrite: true);
    }

    /// <param name="Address">The address that was asked for; of a file in a bucket, container or repository its path there.</param>
    /// <param name="File">The path of its file below the folder, with <c>/</c>.</param>
    /// <param name="Hash">SHA-256 of the content, hexadecimal.</param>
    /// <param name="LookedAt">When the page was looked at last after its feed had dropped it; null before.</param>
    internal sealed record Entry(
        string Address,
        string File,
        string Hash,
        string? ETag,
        string? LastModified,
        DateTimeOffset? LookedAt = null
    );
}
