using Microsoft.IdentityModel.JsonWebTokens;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Authentication.Keys;

namespace SummitBot.Bot.Authentication.Callers;

/// <summary>
/// Tokens by which Azure Bot Service speaks for a channel. Such a token is issued to the bot, names the one service URL
/// that answers go to, and is signed with a key that the service endorses for the channel.
/// </summary>
public sealed class ChannelTokens(string issuer, string botAppId, SigningKeyCache keys, TokenCheck check)
{
    private const string ServiceUrlClaim = "serviceurl";

    public bool AreIssuedBy(JsonWebToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return token.Issuer == issuer;
    }

    /// <exception cref="SigningKeysUnavailableException">The service's keys cannot be had.</exception>
    public async Task<ActivityAuthentication> CheckAsync(
        JsonWebToken token,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(activity);
        if (await keys.FindAsync(token.Kid, cancellationToken) is not var (key, _))
        {
            return ActivityAuthentication.Unauthorized("the token's key is none of the channel service's");
        }

        if (await check.FindFaultAsync(token, key, [issuer], botAppId) is { } fault)
        {
            return ActivityAuthentication.Unauthorized(fault);
        }

        if (activity.ChannelId is not { Length: > 0 } channel || !key.Endorses(channel))
        {
            return ActivityAuthentication.Unauthorized("the token's key is not endorsed for the activity's channel");
        }

        // Compared as written: a normalised address could be made to look like another one.
        if (
            !token.TryGetPayloadValue(ServiceUrlClaim, out string? serviceUrl)
            || string.IsNullOrEmpty(serviceUrl)
            || !string.Equals(serviceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
        )
        {
            return ActivityAuthentication.Unauthorized("the token is for another service URL than the activity's");
        }

        return ActivityAuthentication.Allow(check.IdentityOf(token));
    }
}
