using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Builder;

namespace SummitBot.Bot.Hosting;

/// <summary>Whom a turn counts against, where the use of something is limited.</summary>
public static class TurnCaller
{
    private const string ClaimType = "summitbot.caller";

    /// <summary>An identity whose turns count against the caller.</summary>
    public static ClaimsIdentity CreateIdentity(string caller, string authenticationType) =>
        new([new Claim(ClaimType, caller)], authenticationType);

    /// <summary>
    /// The same text for all turns of one caller, in whatever conversations: the sender's account in Teams; on web pages the
    /// person whom a server named that knows the secret, else the network address, since anybody begins new conversations at
    /// will. Null when nobody is known.
    /// </summary>
    public static string? GetId(ITurnContext turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var identity = turn.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey) as ClaimsIdentity;
        return identity?.FindFirst(ClaimType)?.Value ?? turn.Activity.From?.Id;
    }
}
