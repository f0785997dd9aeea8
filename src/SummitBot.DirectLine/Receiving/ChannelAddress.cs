using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SummitBot.DirectLine.Tokens;

namespace SummitBot.DirectLine.Receiving;

/// <summary>What this host, as the channel, says of an activity, whatever the client says.</summary>
internal static class ChannelAddress
{
    /// <summary>Where the bot's replies go; not an address of the web, so that no request from outside can name it.</summary>
    public const string ServiceUrl = "urn:summitbot:directline";

    private const int LongestName = 100;
    private const int LongestId = 200;

    public static ChannelAccount CreateBot() => new("summitbot", "SummitBot", RoleTypes.Bot);

    /// <summary>True for the replies to what came by Direct Line.</summary>
    public static bool IsHere(string? serviceUrl) => serviceUrl == ServiceUrl;

    /// <summary>Why a client may not send such an activity, as a sentence that says how to mend it; null when it may.</summary>
    public static string? FindProblem(Activity activity) =>
        activity.Type
            is ActivityTypes.Message
                or ActivityTypes.Event
                or ActivityTypes.Typing
                or ActivityTypes.EndOfConversation
            ? null
            : "The activity's type is none that clients send: use message, event, typing or endOfConversation.";

    /// <summary>Makes it the visitor's activity in the token's conversation. A client cannot speak for anybody else.</summary>
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

    /// <summary>The client's own name of the activity; null when it has none.</summary>
    public static string? ReadClientActivityId(Activity activity) =>
        activity.ChannelData is JObject data
        && data["clientActivityID"] is JValue { Type: JTokenType.String } id
        && (string?)id is { Length: > 0 and <= LongestId } text
            ? text
            : null;

    private static string? ShortenName(ChannelAccount? from) =>
        from?.Name is { Length: > LongestName } name ? name[..LongestName] : from?.Name;
}
