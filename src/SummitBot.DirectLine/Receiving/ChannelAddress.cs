using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SummitBot.DirectLine.Tokens;

namespace SummitBot.DirectLine.Receiving;

/// <summary>The channel properties that this host sets on an activity, overriding the client's.</summary>
internal static class ChannelAddress
{
    /// <summary>
    /// The service URL for the bot's replies; not a web address, so that no request from outside can name it.
    /// </summary>
    public const string ServiceUrl = "urn:summitbot:directline";

    private const int MaxNameLength = 100;
    private const int MaxIdLength = 200;

    public static ChannelAccount CreateBot() => new("summitbot", "SummitBot", RoleTypes.Bot);

    /// <summary>True for replies to Direct Line activities.</summary>
    public static bool IsHere(string? serviceUrl) => serviceUrl == ServiceUrl;

    /// <summary>
    /// Why a client may not send such an activity, as a sentence that says how to fix it; null when it may.
    /// </summary>
    public static string? FindProblem(Activity activity) =>
        activity.Type
            is ActivityTypes.Message
                or ActivityTypes.Event
                or ActivityTypes.Typing
                or ActivityTypes.EndOfConversation
            ? null
            : "Clients may not send activities of this type: use message, event, typing or endOfConversation.";

    /// <summary>
    /// Makes it the visitor's activity in the token's conversation, so that a client cannot impersonate anybody.
    /// </summary>
    public static void Stamp(Activity activity, DirectLineToken token, DateTimeOffset now)
    {
        activity.Id = RandomId.New();
        activity.Timestamp = now;
        activity.ChannelId = Channels.Directline;
        activity.Conversation = new ConversationAccount { Id = token.Conversation };
        activity.From = new ChannelAccount(token.User, ShortenName(activity.From), RoleTypes.User);
        activity.Recipient = CreateBot();
        activity.ServiceUrl = null;
        activity.CallerId = null;
        activity.DeliveryMode = null;
        activity.RelatesTo = null;
        activity.MembersAdded = null;
        activity.MembersRemoved = null;
    }

    /// <summary>The client's own id of the activity; null when it has none.</summary>
    public static string? ReadClientActivityId(Activity activity) =>
        activity.ChannelData is JObject data
        && data["clientActivityID"] is JValue { Type: JTokenType.String } id
        && (string?)id is { Length: > 0 and <= MaxIdLength } text
            ? text
            : null;

    private static string? ShortenName(ChannelAccount? from) =>
        from?.Name is { Length: > MaxNameLength } name ? name[..MaxNameLength] : from?.Name;
}
