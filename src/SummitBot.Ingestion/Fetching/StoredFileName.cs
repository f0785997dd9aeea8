using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace SummitBot.Ingestion.Fetching;

/// <summary>Turns paths in a bucket, container or repository into paths of files that every file system takes.</summary>
internal static class StoredFileName
{
    private const int MaxPartLength = 100;
    private const int MaxPathLength = 200;
    private const int HashLength = 16;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>:\"\\|?*");

    /// <summary>
    /// The path itself when it can be a file's, else its last part, cleaned, with a hash of the whole path. The extension stays.
    /// </summary>
    public static string Create(string key, bool isTaken)
    {
        string[] parts = key.Split('/');
        if (!isTaken && key.Length <= MaxPathLength && Array.TrueForAll(parts, IsPlain))
        {
            return key;
        }

        string extension = Path.GetExtension(parts[^1]).ToLowerInvariant();
        string name = Path.GetFileNameWithoutExtension(parts[^1]);
        string words = new([.. name.Take(MaxPartLength / 2).Select(c => char.IsLetterOrDigit(c) ? c : '-')]);
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..HashLength];
        return $"{words.Trim('-')}-{hash}{extension}".TrimStart('-');
    }

    /// <summary>
    /// Why a client that tidies up addresses would ask for another file than this one, a sentence for people; null when it would
    /// not.
    /// </summary>
    /// <param name="keepsDots">True when the client leaves the parts <c>.</c> and <c>..</c> of a path as they are.</param>
    public static string? FindObstacle(string key, bool keepsDots) =>
        key.StartsWith('/') || (!keepsDots && key.Split('/').Any(part => part is "." or ".."))
            ? "Its path begins with '/' or has a part '.' or '..', so that the service would be asked for another file: rename it."
            : null;

    /// <summary>The path as part of an address.</summary>
    public static string Escape(string key) => string.Join('/', key.Split('/').Select(Uri.EscapeDataString));

    private static bool IsPlain(string part) =>
        part.Length is > 0 and <= MaxPartLength
        && part[0] is not ('.' or ' ')
        && part[^1] is not ('.' or ' ')
        && !part.Any(c => char.IsControl(c) || char.IsSurrogate(c))
        && !part.AsSpan().ContainsAny(Forbidden);
}
