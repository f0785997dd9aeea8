using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace SummitBot.Tests.Bot.Authentication;

/// <summary>A key pair of the test authority, with its endorsed channels (null: none stated).</summary>
public sealed class TestKey(string id, string[]? endorsements) : IDisposable
{
    private readonly RSA _rsa = RSA.Create(2048);

    public string? Issuer { get; set; }

    public SigningCredentials Sign(string algorithm = SecurityAlgorithms.RsaSha256) =>
        new(new RsaSecurityKey(_rsa) { KeyId = id }, algorithm);

    /// <summary>The public key misused as a shared secret.</summary>
    public SigningCredentials SignWithPublicKey() =>
        new(new SymmetricSecurityKey(_rsa.ExportSubjectPublicKeyInfo()) { KeyId = id }, SecurityAlgorithms.HmacSha256);

    public JsonObject ToJson()
    {
        RSAParameters key = _rsa.ExportParameters(includePrivateParameters: false);
        var json = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64UrlEncoder.Encode(key.Modulus),
            ["e"] = Base64UrlEncoder.Encode(key.Exponent),
        };
        if (endorsements is not null)
        {
            json["endorsements"] = new JsonArray([.. endorsements.Select(e => JsonValue.Create(e))]);
        }

        if (Issuer is not null)
        {
            json["issuer"] = Issuer;
        }

        return json;
    }

    public void Dispose() => _rsa.Dispose();
}
