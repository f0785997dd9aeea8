using System.Text.Json;

namespace SummitBot.Ingestion.Files;

/// <summary>What is known of a source's addresses, in a hidden file of its folder.</summary>
internal sealed class FetchedFiles
{
    private const string FileName = ".state.json";

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
        Directory.CreateDirectory(_folder);
        string draft = Path.Combine(_folder, $".{Guid.NewGuid():N}");
        File.WriteAllBytes(draft, content);
        if (_entries.TryGetValue(entry.Address, out Entry? former) && former.File != entry.File)
        {
            File.Delete(Path.Combine(_folder, former.File));
        }

        // The address first: a file without one would be an article without its place.
        _entries[entry.Address] = entry;
        Save();
        File.Move(draft, Path.Combine(_folder, entry.File), overwrite: true);
    }

    /// <summary>Keeps what the server says of content that is here already.</summary>
    public void Note(Entry entry)
    {
        _entries[entry.Address] = entry;
        Save();
    }

    /// <summary>Takes an address away with its file.</summary>
    public void Remove(string address)
    {
        if (_entries.Remove(address, out Entry? entry))
        {
            File.Delete(Path.Combine(_folder, entry.File));
            Save();
        }
    }

    public bool HasFile(Entry entry) => File.Exists(Path.Combine(_folder, entry.File));

    private void Save()
    {
        string draft = Path.Combine(_folder, $".{Guid.NewGuid():N}");
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(_entries.Values.ToArray()));
        File.Move(draft, Path.Combine(_folder, FileName), overwrite: true);
    }

    /// <param name="Address">The address that was asked for.</param>
    /// <param name="File">The name of its file in the folder.</param>
    /// <param name="Hash">SHA-256 of the content, hexadecimal.</param>
    internal sealed record Entry(string Address, string File, string Hash, string? ETag, string? LastModified);
}
