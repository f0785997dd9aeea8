using System.Collections.Frozen;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.JsonWebTokens;
using SummitBot.Bot.Authentication.Keys;

namespace SummitBot.Bot.Authentication.Callers;

/// <summary>
/// Tokens of Microsoft Entra by which other applications (another bot, an emulator) speak to the bot; only those that
/// <c>AllowedCallers</c> names. Such a token binds no service URL.
/// </summary>
/// <param name="allowedCallers">Application ids.</param>
/// <param name="tenantId">The only tenant whose tokens count; empty for every tenant.</param>
public sealed class ApplicationTokens(
    IEnumerable<string> allowedCallers,
    string tenantId,
    string botAppId,
    SigningKeyCache keys,
    TokenCheck check
)
{
    private const string TenantPlaceholder = "{tenantid}";

    /// <summary>The issuer of tokens of version 1, the same in the public and the government cloud.</summary>
    private const string Version1Issuer = "https://sts.windows.net/{tenantid}/";

    private const string Version1IssuerInChina = "https://sts.chinacloudapi.cn/{tenantid}/";

    private readonly FrozenSet<string> _allowedCallers = allowedCallers.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public bool AreAllowed => _allowedCallers.Count > 0;

    /// <exception cref="SigningKeysUnavailableException">Entra's keys cannot be had.</exception>
    public async Task<CallerAuthentication> CheckAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (!token.TryGetPayloadValue("tid", out string? tenant) || !Guid.TryParseExact(tenant, "D", out _))
        {
            return CallerAuthentication.Unauthorized("the token names no tenant");
        }

        if (tenantId.Length > 0 && !string.Equals(tenant, tenantId, StringComparison.OrdinalIgnoreCase))
        {
            return CallerAuthentication.Unauthorized("the token is of another tenant");
        }

        if (ReadCaller(token) is not { } caller || !_allowedCallers.Contains(caller))
        {
            return CallerAuthentication.Unauthorized(
                "the token was issued to an application that AllowedCallers does not name"
            );
        }

        if (await keys.FindAsync(token.Kid, cancellationToken) is not var (key, authority))
        {
            return CallerAuthentication.Unauthorized("the token's key is none of Entra's");
        }

        string version2Issuer = ForTenant(authority.Issuer, tenant);
        // Entra has keys that sign for some tenants only, and says so beside the key.
        if (key.IssuerTemplate is { } template && ForTenant(template, tenant) != version2Issuer)
        {
            return CallerAuthentication.Unauthorized("the token's key may not sign for its tenant");
        }

        string[] issuers =
        [
            version2Issuer,
            ForTenant(Version1Issuer, tenant),
            ForTenant(Version1IssuerInChina, tenant),
        ];
        return await check.FindProblemAsync(token, key, issuers, botAppId) is { } fault
            ? CallerAuthentication.Unauthorized(fault)
            : CallerAuthentication.Allow(
                // Another bot takes tokens that were issued for it.
                new AuthenticatedCaller(check.CreateIdentity(token), caller, CallerIdConstants.BotToBotPrefix + caller)
            );
    }

    /// <summary>The application that the token was issued to; its claim depends on the token's version.</summary>
    private static string? ReadCaller(JsonWebToken token)
    {
        token.TryGetPayloadValue("ver", out string? version);
        string? claim = version switch
        {
            null or "" or "1.0" => "appid",
            "2.0" => "azp",
            _ => null,
        };
        return claim is not null && token.TryGetPayloadValue(claim, out string? caller) ? caller : null;
    }

    private static string ForTenant(string template, string tenant) =>
        template.Replace(TenantPlaceholder, tenant, StringComparison.OrdinalIgnoreCase);
}
