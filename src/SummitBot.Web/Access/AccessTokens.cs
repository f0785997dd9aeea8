using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using SummitBot.Bot.Authentication.Callers;
using SummitBot.Bot.Authentication.Keys;
using SummitBot.Bot.Settings;
using SummitBot.Core.Access;

namespace SummitBot.Web.Access;

/// <summary>Tells what the holder of a token of one of the authorities may see. Thread-safe.</summary>
public sealed class AccessTokens
{
    private readonly (AccessTokenOptions Options, SigningKeyCache Keys)[] _authorities;
    private readonly TokenCheck _check;

    public AccessTokens(
        IOptions<AccessOptions> options,
        SigningKeyReader reader,
        TimeProvider time,
        ILogger<SigningKeyCache> logger
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(reader);
        _check = new TokenCheck(time);
        _authorities =
        [
            .. options.Value.Tokens.Values.Select(o =>
                (
                    o,
                    new SigningKeyCache(
                        $"{o.Authority.TrimEnd('/')}/.well-known/openid-configuration",
                        reader.ReadAsync,
                        time,
                        logger
                    )
                )
            ),
        ];
    }

    /// <summary>False while no authority is set.</summary>
    public bool AreTaken => _authorities.Length > 0;

    /// <summary>True for a text in the form of a token, which no key is.</summary>
    public bool IsToken(string text) => AreTaken && _check.Read(text) is not null;

    /// <summary>What the holder of the token may see; null when the token is not valid here.</summary>
    /// <exception cref="SigningKeysUnavailableException">
    /// The keys of an authority are unavailable, and no other one has signed the token.
    /// </exception>
    public async Task<AccessScope?> FindScopeAsync(string text, CancellationToken cancellationToken)
    {
        if (!AreTaken || _check.Read(text) is not { } token)
        {
            return null;
        }

        SigningKeysUnavailableException? unavailable = null;
        foreach ((AccessTokenOptions options, SigningKeyCache keys) in _authorities)
        {
            try
            {
                if (
                    await keys.FindAsync(token.Kid, cancellationToken) is var (key, set)
                    && await _check.FindProblemAsync(token, key, [set.Issuer], options.Audience) is null
                )
                {
                    return AccessScope.ForGroups(FindGroups(token, options));
                }
            }
            catch (SigningKeysUnavailableException e)
            {
                unavailable = e;
            }
        }

        return unavailable is null ? null : throw unavailable;
    }

    private static IEnumerable<string> FindGroups(JsonWebToken token, AccessTokenOptions options) =>
        token
            .Claims.Where(claim => claim.Type == options.Claim)
            .SelectMany(claim =>
                options.Groups.TryGetValue(claim.Value, out IReadOnlyList<string>? groups) ? groups : [claim.Value]
            );
}

/// <summary>An authority of <see cref="AccessOptions.Tokens"/>.</summary>
public sealed class AccessTokenOptions
{
    /// <summary>The address of the authority, such as <c>https://login.microsoftonline.com/TENANT/v2.0</c>.</summary>
    public string Authority { get; set; } = "";

    /// <summary>The audience of tokens for this host; others are refused.</summary>
    public string Audience { get; set; } = "";

    /// <summary>The claim with the groups of the token's holder.</summary>
    public string Claim { get; set; } = "groups";

    /// <summary>The groups that a value of the claim stands for, such as an object id of Entra; others stand for themselves.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; set; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <param name="key">Their full name.</param>
    internal IEnumerable<ValidationResult> FindProblems(string key)
    {
        if (!WebAddress.IsSecureOrLoopback(Authority))
        {
            yield return new ValidationResult(
                $"{key}:{nameof(Authority)} is '{Authority}': write it like https://login.microsoftonline.com/TENANT/v2.0."
            );
        }

        if (Audience.Length == 0 || Claim.Length == 0)
        {
            yield return new ValidationResult(
                $"{key}: {nameof(Audience)} or {nameof(Claim)} is empty: name the audience of tokens for this host, and the claim with the groups."
            );
        }
    }
}
