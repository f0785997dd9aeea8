using System.Security.Claims;
using Microsoft.Bot.Schema;
using SummitBot.Bot.Authentication.Keys;

namespace SummitBot.Bot.Authentication.Callers;

/// <summary>Who brings an activity, found out before the activity is read.</summary>
/// <param name="Audience">What the tokens are for that the bot shows to this caller's service.</param>
/// <param name="CallerId">The protocol's name of the kind of caller; null for programs on this machine.</param>
public sealed record AuthenticatedCaller(ClaimsIdentity Identity, string Audience, string? CallerId)
{
    /// <summary>The key that signed a token of Azure Bot Service; null for other callers.</summary>
    internal SigningKey? ChannelKey { get; init; }

    /// <summary>The caller is a program on this machine, reached without a proxy.</summary>
    internal bool IsOnThisMachine { get; init; }

    /// <summary>It showed a token, so that it may name services elsewhere.</summary>
    internal bool HasToken => CallerId is not null;

    /// <summary>
    /// Why this caller's token does not cover the activity; null when it does. A token of Azure Bot Service names the one
    /// service URL that answers go to, and its key is endorsed for some channels.
    /// </summary>
    internal string? FindMismatch(Activity activity)
    {
        if (ChannelKey is not { } key)
        {
            return null;
        }

        if (activity.ChannelId is not { Length: > 0 } channel || !key.Endorses(channel))
        {
            return "the token's key is not endorsed for the activity's channel";
        }

        // Compared as written: a normalised address could be made to look like another one.
        string? serviceUrl = Identity.FindFirst("serviceurl")?.Value;
        return
            string.IsNullOrEmpty(serviceUrl)
            || !string.Equals(serviceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
            ? "the token is for another service URL than the activity's"
            : null;
    }
}
