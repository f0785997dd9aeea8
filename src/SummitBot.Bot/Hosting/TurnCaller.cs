using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Hosting;

/// <summary>Identifies the caller of a turn for usage limits.</summary>
public static class TurnCaller
{
    private const string CallerClaim = "summitbot.caller";
    private const string GroupClaim = "summitbot.group";

    /// <summary>
    /// Begins the types of identities that are made here. Identities of tokens from outside have another type, whatever their
    /// claims say.
    /// </summary>
    private const string HostedPrefix = "summitbot:";

    /// <summary>The identity of a turn of a channel in this host; it keeps what it says when the turn waits in a queue.</summary>
    /// <param name="caller">Whom the turn counts against.</param>
    /// <param name="groups">The caller's groups, as somebody told who may know.</param>
    public static ClaimsIdentity CreateIdentity(
        string caller,
        string authenticationType,
        IReadOnlyList<string>? groups = null
    ) =>
        new(
            [new Claim(CallerClaim, caller), .. (groups ?? []).Select(group => new Claim(GroupClaim, group))],
            HostedPrefix + authenticationType
        );

    /// <summary>
    /// The same text for all turns of one caller in any conversation: the sender's account in Teams; on web pages, the
    /// user named by a server that knows the secret, otherwise the network address, since anybody can start new
    /// conversations. Null when the caller is unknown.
    /// </summary>
    public static string? GetId(ITurnContext turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return GetIdentity(turn)?.FindFirst(CallerClaim)?.Value ?? turn.Activity.From?.Id;
    }

    /// <summary>The groups that a channel in this host knows its caller to have; empty for other callers.</summary>
    public static IReadOnlyList<string> GetGroups(ITurnContext turn) =>
        [.. GetIdentity(turn)?.FindAll(GroupClaim).Select(c => c.Value) ?? []];

    /// <summary>
    /// The object id of the person's account in Microsoft Entra; null when it is not certain. In Teams it is, for activities
    /// that Azure Bot Service brings with a token of its own; programs on this machine and other bots may claim anything.
    /// </summary>
    public static string? GetEntraObjectId(ITurnContext turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        Activity activity = turn.Activity;
        bool isCertain =
            activity.CallerId == CallerIdConstants.PublicAzureChannel && activity.ChannelId == Channels.Msteams;
        return isCertain ? activity.From?.AadObjectId : null;
    }

    /// <summary>True in a conversation that nobody else reads.</summary>
    public static bool IsAlone(ITurnContext turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Activity.Conversation
            is { IsGroup: not true, ConversationType: null or ConversationTypes.Personal };
    }

    private static ClaimsIdentity? GetIdentity(ITurnContext turn)
    {
        var identity = turn.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey) as ClaimsIdentity;
        bool isHosted = identity?.AuthenticationType?.StartsWith(HostedPrefix, StringComparison.Ordinal) == true;
        return isHosted ? identity : null;
    }
}
