using System.Security.Cryptography;
using System.Text;

namespace SummitBot.Ingestion.Records;

/// <summary>Stable keys of records, which do not depend on other records.</summary>
internal static class RecordKey
{
    private const int HashLength = 12;

    /// <summary>A key for a record without an id of its own.</summary>
    public static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];

    /// <summary>The path of an address without its host; other keys are not changed.</summary>
    public static string From(string key) =>
        Uri.TryCreate(key, UriKind.Absolute, out Uri? url) && url.PathAndQuery.Any(char.IsLetterOrDigit)
            ? Uri.UnescapeDataString(url.PathAndQuery.Trim('/'))
            : key;
}
