namespace SummitBot.Bot.Authentication.Keys;

/// <summary>The keys of an authority, as its metadata listed them at one time.</summary>
/// <param name="issuer">The metadata's issuer; for all tenants of Entra it contains <c>{tenantid}</c>.</param>
public sealed class SigningKeySet(string issuer, IEnumerable<SigningKey> keys)
{
    private readonly Dictionary<string, SigningKey> _byId = keys.GroupBy(k => k.Key.Kid, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    public string Issuer { get; } = issuer;

    public int Count => _byId.Count;

    /// <summary>Null when the authority has no such key.</summary>
    public SigningKey? Find(string keyId) => _byId.GetValueOrDefault(keyId);
}
