using System.Security.Claims;
using SummitBot.Bot.Turns;

namespace SummitBot.Bot.Hosting;

/// <summary>Whom a turn counts against, where the use of something is limited.</summary>
public static class TurnCaller
{
    internal const string ClaimType = "summitbot.caller";

    /// <summary>
    /// The same text for all turns of one caller, in whatever conversations: the sender's account in Teams; on web pages the
    /// person whom a server named that knows the secret, else the network address, since anybody begins new conversations at
    /// will. Null when nobody is known.
    /// </summary>
    public static string? Of(ITurnContext turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ClaimsIdentity? identity = turn.TurnState.Get<ClaimsIdentity>(BotAdapter.BotIdentityKey);
        return identity?.FindFirst(ClaimType)?.Value ?? turn.Activity.From?.Id;
    }
}
