using System.Security.Cryptography;
using System.Text;

namespace SummitBot.Web.Articles.Receiving;

/// <summary>
/// The HMAC SHA-256 of a request's body, in the forms in which senders write it: hexadecimal (also after <c>sha256=</c>) or Base64.
/// With <c>, t=</c> and a time after it, as Ghost sends it, the time is signed behind the body.
/// </summary>
internal static class WebhookSignature
{
    private const string Prefix = "sha256=";
    private const string TimeMark = "t=";

    public static bool IsValid(string header, byte[] body, string secret)
    {
        string[] parts = header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string given = Array.Find(parts, p => !p.StartsWith(TimeMark, StringComparison.Ordinal)) ?? "";
        string? sentAt = Array.Find(parts, p => p.StartsWith(TimeMark, StringComparison.Ordinal))?[TimeMark.Length..];
        byte[] expected = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(secret),
            sentAt is null ? body : [.. body, .. Encoding.UTF8.GetBytes(sentAt)]
        );
        return CryptographicOperations.FixedTimeEquals(
            Decode(given.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? given[Prefix.Length..] : given),
            expected
        );
    }

    /// <summary>Empty when it is in neither form.</summary>
    private static byte[] Decode(string text)
    {
        byte[] bytes = new byte[HMACSHA256.HashSizeInBytes];
        bool isHex = text.Length == 2 * bytes.Length && text.All(char.IsAsciiHexDigit);
        return isHex ? Convert.FromHexString(text)
            : Convert.TryFromBase64String(text, bytes, out int length) ? bytes[..length]
            : [];
    }
}
