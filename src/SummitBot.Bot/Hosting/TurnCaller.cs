using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Builder;

namespace SummitBot.Bot.Hosting;

/// <summary>Identifies the caller of a turn for usage limits.</summary>
public static class TurnCaller
{
    private const string ClaimType = "summitbot.caller";

    /// <summary>An identity that charges its turns to the caller.</summary>
    public static ClaimsIdentity CreateIdentity(string caller, string authenticationType) =>
        new([new Claim(ClaimType, caller)], authenticationType);

    /// <summary>
    /// The same text for all turns of one caller in any conversation: the sender's account in Teams; on web pages, the
    /// user named by a server that knows the secret, otherwise the network address, since anybody can start new
    /// conversations. Null when the caller is unknown.
    /// </summary>
    public static string? GetId(ITurnContext turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var identity = turn.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey) as ClaimsIdentity;
        return identity?.FindFirst(ClaimType)?.Value ?? turn.Activity.From?.Id;
    }
}
