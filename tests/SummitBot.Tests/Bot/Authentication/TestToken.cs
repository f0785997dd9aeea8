using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SummitBot.Tests.Bot.Authentication;

/// <summary>The claims of a token; the defaults are valid for a channel.</summary>
public sealed record TestToken
{
    public const string BotAppId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    public const string ServiceUrlOfTests = "https://smba.trafficmanager.net/amer/";

    public string Issuer { get; init; } = TestAuthority.ChannelIssuer;

    public string Audience { get; init; } = BotAppId;

    public string? ServiceUrl { get; init; } = ServiceUrlOfTests;

    public TimeSpan? NotBefore { get; init; } = TimeSpan.FromMinutes(-10);

    public TimeSpan? Expires { get; init; } = TimeSpan.FromMinutes(50);

    /// <summary>When it was issued; null to omit it.</summary>
    public TimeSpan? IssuedAt { get; init; }

    public IReadOnlyDictionary<string, string> Claims { get; init; } = new Dictionary<string, string>();

    /// <summary>Signed with the credentials; without them, with the algorithm "none".</summary>
    public string Mint(DateTimeOffset now, SigningCredentials? credentials)
    {
        var claims = new Dictionary<string, object>(Claims.ToDictionary(c => c.Key, c => (object)c.Value))
        {
            ["iss"] = Issuer,
            ["aud"] = Audience,
        };
        if (ServiceUrl is not null)
        {
            claims["serviceurl"] = ServiceUrl;
        }

        if (NotBefore is { } start)
        {
            claims["nbf"] = (now + start).ToUnixTimeSeconds();
        }

        if (IssuedAt is { } made)
        {
            claims["iat"] = (now + made).ToUnixTimeSeconds();
        }

        if (Expires is { } end)
        {
            claims["exp"] = (now + end).ToUnixTimeSeconds();
        }

        string payload = JsonSerializer.Serialize(claims);
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return credentials is null
            ? $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT","kid":"k1"}""")}.{Base64UrlEncoder.Encode(payload)}."
            : handler.CreateToken(payload, credentials);
    }
}
