using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace SummitBot.Bot.Authentication.Keys;

/// <summary>A public key that an authority signs tokens with, and its metadata.</summary>
public sealed class SigningKey
{
    private const string RsaKeyType = "RSA";
    private const string SignatureUse = "sig";

    private readonly IReadOnlyCollection<string> _endorsements;

    private SigningKey(JsonWebKey key)
    {
        Key = key;
        _endorsements = ReadStrings(key, "endorsements");
        IssuerTemplate = ReadString(key, "issuer");
    }

    public JsonWebKey Key { get; }

    /// <summary>
    /// The issuer that the key may sign for, with <c>{tenantid}</c> as a placeholder for all tenants; null when not
    /// stated.
    /// </summary>
    public string? IssuerTemplate { get; }

    /// <summary>Null when the key has no id or cannot verify RSA signatures.</summary>
    public static SigningKey? From(JsonWebKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        bool isUsable =
            key.Kty == RsaKeyType
            && !string.IsNullOrEmpty(key.Kid)
            && (string.IsNullOrEmpty(key.Use) || key.Use == SignatureUse);
        return isUsable ? new SigningKey(key) : null;
    }

    /// <summary>
    /// Whether tokens of this key may be used for the channel; false for a key that lists no channels.
    /// </summary>
    public bool Endorses(string channelId) => _endorsements.Contains(channelId, StringComparer.Ordinal);

    private static string? ReadString(JsonWebKey key, string name) =>
        key.AdditionalData.TryGetValue(name, out object? value)
            ? value switch
            {
                string text => text,
                JsonElement { ValueKind: JsonValueKind.String } element => element.GetString(),
                _ => null,
            }
            : null;

    private static IReadOnlyCollection<string> ReadStrings(JsonWebKey key, string name)
    {
        if (!key.AdditionalData.TryGetValue(name, out object? value))
        {
            return [];
        }

        return value switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } array =>
            [
                .. array
                    .EnumerateArray()
                    .Where(e => e.ValueKind == JsonValueKind.String)
                    .Select(e => e.GetString() ?? ""),
            ],
            IEnumerable<object> items => [.. items.OfType<string>()],
            _ => [],
        };
    }
}
