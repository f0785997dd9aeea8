using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace SummitBot.Indexing.Snapshots;

/// <summary>What a snapshot consists of; a JSON file in the folder of snapshots.</summary>
internal sealed record SnapshotManifest(
    DateTimeOffset CommittedAt,
    int Articles,
    int Passages,
    IReadOnlyList<SnapshotFile> Files
)
{
    /// <summary>The same for the same files.</summary>
    public string ComputeId()
    {
        var text = new StringBuilder();
        foreach (SnapshotFile file in Files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            text.Append(file.Hash).Append(' ').Append(file.Length).Append(' ').Append(file.Name).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}

/// <param name="Name">Its name in the index's folder.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Hash">SHA-256, 64 lower-case hexadecimal digits.</param>
internal sealed record SnapshotFile(string Name, long Length, string Hash);

/// <summary>The snapshot that hosts of one layout use.</summary>
internal sealed record SnapshotPointer(string Id, bool IsPinned);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SnapshotManifest))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
