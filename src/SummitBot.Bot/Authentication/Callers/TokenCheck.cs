using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SummitBot.Bot.Authentication.Keys;

namespace SummitBot.Bot.Authentication.Callers;

/// <summary>What every token must stand: signature by the named key, issuer, audience and lifetime.</summary>
public sealed class TokenCheck(TimeProvider time)
{
    /// <summary>Clocks of the authority and of this machine may differ by so much.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>The token, not checked yet; null when the text is no signed JSON web token that names its key.</summary>
    public JsonWebToken? Read(string text)
    {
        try
        {
            JsonWebToken token = _handler.ReadJsonWebToken(text);
            return string.IsNullOrEmpty(token.Kid) ? null : token;
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    /// <returns>Null when the token is good, otherwise what is wrong with it.</returns>
    public async Task<string?> FindProblemAsync(
        JsonWebToken token,
        SigningKey key,
        IReadOnlyList<string> issuers,
        string audience
    )
    {
        ArgumentNullException.ThrowIfNull(key);
        TokenValidationResult result = await _handler.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                // The key is chosen by its id among those of the authority: a key that the token brings along counts nothing.
                IssuerSigningKey = key.Key,
                TryAllIssuerSigningKeys = false,
                RequireSignedTokens = true,
                ValidAlgorithms =
                [
                    SecurityAlgorithms.RsaSha256,
                    SecurityAlgorithms.RsaSha384,
                    SecurityAlgorithms.RsaSha512,
                ],
                ValidIssuers = issuers,
                ValidAudience = audience,
                RequireExpirationTime = true,
                LifetimeValidator = IsInForce,
            }
        );
        // The type alone: messages of these exceptions may quote the token.
        return result.IsValid ? null : result.Exception.GetType().Name;
    }

    /// <summary>The claims of a token that was found good.</summary>
    public ClaimsIdentity CreateIdentity(JsonWebToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new ClaimsIdentity(token.Claims, authenticationType: "Bearer");
    }

    /// <summary>In place of the library's own check, which reads the system's clock.</summary>
    private bool IsInForce(
        DateTime? notBefore,
        DateTime? expires,
        SecurityToken token,
        TokenValidationParameters parameters
    )
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + ClockSkew && (notBefore is null || now >= notBefore - ClockSkew);
    }
}
