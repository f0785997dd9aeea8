using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.JsonWebTokens;
using SummitBot.Bot.Authentication.Keys;

namespace SummitBot.Bot.Authentication.Callers;

/// <summary>
/// Tokens by which Azure Bot Service speaks for a channel: issued to the bot, and signed with a key of the service. Whether
/// one covers an activity, <see cref="AuthenticatedCaller.FindMismatch"/> says.
/// </summary>
/// <param name="audience">What the bot's own tokens for the service are for.</param>
public sealed class ChannelTokens(
    string issuer,
    string botAppId,
    string audience,
    SigningKeyCache keys,
    TokenCheck check
)
{
    public bool AreIssuedBy(JsonWebToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return token.Issuer == issuer;
    }

    /// <exception cref="SigningKeysUnavailableException">The service's keys cannot be had.</exception>
    public async Task<CallerAuthentication> CheckAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (await keys.FindAsync(token.Kid, cancellationToken) is not var (key, _))
        {
            return CallerAuthentication.Unauthorized("the token's key is none of the channel service's");
        }

        return await check.FindProblemAsync(token, key, [issuer], botAppId) is { } fault
            ? CallerAuthentication.Unauthorized(fault)
            : CallerAuthentication.Allow(
                new AuthenticatedCaller(check.CreateIdentity(token), audience, CallerIdConstants.PublicAzureChannel)
                {
                    ChannelKey = key,
                }
            );
    }
}
