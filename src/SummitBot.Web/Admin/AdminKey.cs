using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace SummitBot.Web.Admin;

/// <summary>The operators' key in a request: a bearer token, or the password of any user.</summary>
internal static class AdminKey
{
    /// <summary>What the request gives for the key; empty when that is malformed, null when it gives nothing.</summary>
    public static string? ReadFrom(HttpRequest request)
    {
        if (request.Headers.Authorization.Count == 0)
        {
            return null;
        }

        return AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out AuthenticationHeaderValue? header)
            ? header.Scheme.ToUpperInvariant() switch
            {
                "BEARER" => header.Parameter ?? "",
                "BASIC" => ReadPassword(header.Parameter ?? ""),
                _ => "",
            }
            : "";
    }

    /// <summary>Hashes are compared, so that the time taken tells nothing, the key's length neither.</summary>
    public static bool IsSame(string given, string key) =>
        CryptographicOperations.FixedTimeEquals(Hash(given), Hash(key));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static string ReadPassword(string credentials)
    {
        byte[] bytes = new byte[credentials.Length];
        if (!Convert.TryFromBase64String(credentials, bytes, out int length))
        {
            return "";
        }

        string[] parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts.Length == 2 ? parts[1] : "";
    }
}
