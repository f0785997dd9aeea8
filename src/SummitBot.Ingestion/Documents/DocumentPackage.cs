using System.IO.Compression;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Archives;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Documents;

/// <summary>A document that is a ZIP archive of XML parts (Office Open XML, OpenDocument, EPUB).</summary>
internal sealed class DocumentPackage : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly ReadingLimits _limits;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ArticleReadException">It is no archive, or unpacks to too much.</exception>
    public DocumentPackage(byte[] bytes, ReadingLimits limits)
    {
        _limits = limits;
        _archive = ZipEntries.Open(bytes);
        foreach (ZipArchiveEntry entry in _archive.Entries)
        {
            limits.CountEntry();
            _parts.TryAdd(entry.FullName, entry);
        }
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>Pictures in the document.</summary>
    public int Pictures =>
        _parts.Keys.Count(name =>
            Path.GetExtension(name).ToLowerInvariant()
                is ".png"
                    or ".jpg"
                    or ".jpeg"
                    or ".gif"
                    or ".bmp"
                    or ".tif"
                    or ".tiff"
                    or ".webp"
        );

    /// <summary>What to say of the pictures, whose text is not read; nothing without any.</summary>
    public IReadOnlyList<string> PictureNotices =>
        Pictures == 0 ? [] : [FormattableString.Invariant($"Text in its pictures ({Pictures}) was not read.")];

    /// <exception cref="ArticleReadException">There is no such part, or it is too large.</exception>
    public byte[] Bytes(string part) => ZipEntries.ReadContent(Find(part), _limits);

    /// <exception cref="ArticleReadException">There is no such part.</exception>
    public BoundedXml Xml(string part)
    {
        ZipArchiveEntry entry = Find(part);
        _limits.Expand(entry.Length);
        return new BoundedXml(entry.Open(), _limits.CancellationToken);
    }

    /// <summary>What a part refers to, by the id of the reference; empty when it refers to nothing.</summary>
    public IReadOnlyDictionary<string, Reference> ReadReferences(string part)
    {
        string folder = part[..(part.LastIndexOf('/') + 1)];
        string file = part[(part.LastIndexOf('/') + 1)..];
        string list = $"{folder}_rels/{file}.rels";
        var references = new Dictionary<string, Reference>(StringComparer.Ordinal);
        if (!Has(list))
        {
            return references;
        }

        using BoundedXml xml = Xml(list);
        while (xml.Read())
        {
            bool isOfPart = xml is { IsStart: true, Name: "Relationship" } && xml.Attribute("TargetMode") != "External";
            if (isOfPart && xml.Attribute("Id") is { } id && xml.Attribute("Target") is { } target)
            {
                string type = xml.Attribute("Type") ?? "";
                references[id] = new Reference(type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target));
            }
        }

        return references;
    }

    /// <summary>The path of a part that another one names relative to its own folder.</summary>
    public static string Resolve(string folder, string target)
    {
        string path = target.StartsWith('/') ? target : $"/{folder}{target}";
        var parts = new List<string>();
        foreach (string part in Uri.UnescapeDataString(path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part != ".." && part != ".")
            {
                parts.Add(part);
            }
            else if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return string.Join('/', parts);
    }

    public void Dispose() => _archive.Dispose();

    private ZipArchiveEntry Find(string part) =>
        _parts.TryGetValue(part, out ZipArchiveEntry? entry)
            ? entry
            : throw new ArticleReadException(
                ArticleReadError.Malformed,
                $"The document lacks its part '{part}': open it in its program and save it again."
            );

    /// <param name="Type">The last word of the reference's type, for example <c>slide</c>.</param>
    /// <param name="Part">The path of what is referred to.</param>
    internal readonly record struct Reference(string Type, string Part);
}
