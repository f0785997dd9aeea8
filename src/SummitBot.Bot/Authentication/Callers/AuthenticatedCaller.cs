using System.Security.Claims;
using Microsoft.Bot.Schema;
using SummitBot.Bot.Authentication.Keys;

namespace SummitBot.Bot.Authentication.Callers;

/// <summary>The sender of an activity, authenticated before the activity is read.</summary>
/// <param name="Audience">The audience of the bot's tokens for this caller's service.</param>
/// <param name="CallerId">The protocol's name for the kind of caller; null for programs on this machine.</param>
public sealed record AuthenticatedCaller(ClaimsIdentity Identity, string Audience, string? CallerId)
{
    /// <summary>The key that signed a token of Azure Bot Service; null for other callers.</summary>
    internal SigningKey? ChannelKey { get; init; }

    /// <summary>The caller is a program on this machine, reached without a proxy.</summary>
    internal bool IsOnThisMachine { get; init; }

    /// <summary>True for a caller with a token, who may name service URLs on other machines.</summary>
    internal bool HasToken => CallerId is not null;

    /// <summary>
    /// Why this caller's token does not cover the activity; null when it does. A token of Azure Bot Service names the
    /// one service URL that replies go to, and its key is endorsed for certain channels.
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

        // Compared as written: normalization could make another address look the same.
        string? serviceUrl = Identity.FindFirst("serviceurl")?.Value;
        return
            string.IsNullOrEmpty(serviceUrl)
            || !string.Equals(serviceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
            ? "the token is for another service URL than the activity's"
            : null;
    }
}
