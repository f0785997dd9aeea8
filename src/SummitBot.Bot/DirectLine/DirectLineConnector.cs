using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Connector;
using SummitBot.Bot.DirectLine.Live;
using SummitBot.Bot.DirectLine.Receiving;
using SummitBot.Bot.DirectLine.Tokens;
using SummitBot.Bot.Teams;
using SummitBot.Core.Conversations;

namespace SummitBot.Bot.DirectLine;

/// <summary>
/// Brings the bot's replies to the visitors of this host; what goes to other channels goes on to their connector. Typing and
/// the pieces of a stream are shown to those who listen, everything else is kept.
/// </summary>
internal sealed class DirectLineConnector(
    IConnectorClient channels,
    IActivityLog log,
    LiveConversations live,
    TimeProvider time
) : IConnectorClient
{
    public Task<ConnectorResult> SendToConversationAsync(Activity activity, CancellationToken cancellationToken) =>
        ChannelAddress.IsHere(activity.ServiceUrl)
            ? DeliverAsync(activity, UnguessableId.New(), cancellationToken)
            : channels.SendToConversationAsync(activity, cancellationToken);

    public Task<ConnectorResult> ReplyToActivityAsync(Activity activity, CancellationToken cancellationToken) =>
        ChannelAddress.IsHere(activity.ServiceUrl)
            ? DeliverAsync(activity, UnguessableId.New(), cancellationToken)
            : channels.ReplyToActivityAsync(activity, cancellationToken);

    /// <summary>Clients put an activity in the place of the one with its id.</summary>
    public Task<ConnectorResult> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken) =>
        ChannelAddress.IsHere(activity.ServiceUrl)
            ? DeliverAsync(activity, activity.Id!, cancellationToken)
            : channels.UpdateActivityAsync(activity, cancellationToken);

    /// <summary>Direct Line has no way to take an activity back.</summary>
    public Task<ConnectorResult> DeleteActivityAsync(
        ConversationReference reference,
        CancellationToken cancellationToken
    ) =>
        ChannelAddress.IsHere(reference.ServiceUrl)
            ? Task.FromResult(new ConnectorResult(HttpStatusCode.NotImplemented))
            : channels.DeleteActivityAsync(reference, cancellationToken);

    private async Task<ConnectorResult> DeliverAsync(Activity activity, string id, CancellationToken cancellationToken)
    {
        if (activity.Conversation?.Id is not { } conversation)
        {
            return new ConnectorResult(HttpStatusCode.BadRequest);
        }

        if (activity.Type == ActivityTypes.Typing)
        {
            live.Show(conversation, JsonOf(activity, id));
            return new ConnectorResult(HttpStatusCode.OK, id);
        }

        if (await log.FindAsync(conversation, cancellationToken) is null or { IsEnded: true })
        {
            return new ConnectorResult(HttpStatusCode.NotFound);
        }

        LoggedActivity kept = await log.AppendAsync(
            conversation,
            new LoggedActivity(id, JsonOf(activity, id)),
            cancellationToken
        );
        live.Kept(conversation, kept.Number);
        return new ConnectorResult(HttpStatusCode.OK, id);
    }

    /// <summary>The activity as visitors see it; the bot's own one stays as it is.</summary>
    private string JsonOf(Activity activity, string id)
    {
        Activity shown = ActivityJson.Deserialize<Activity>(ActivityJson.Serialize(activity))!;
        shown.Id = id;
        shown.Timestamp = time.GetUtcNow();
        shown.From = ChannelAddress.Bot();
        shown.ServiceUrl = null;
        if (shown.ChannelData is JsonElement data)
        {
            shown.ChannelData = JsonNode.Parse(data.GetRawText());
        }

        NameStream(shown, id);
        WebChatFeedback.Offer(shown, id);
        return ActivityJson.Serialize(shown);
    }

    /// <summary>
    /// The first piece of a stream has no id of its stream yet, which here is its own. Web Chat orders pieces by that id, and
    /// takes two first pieces without one for pieces of the same stream.
    /// </summary>
    private static void NameStream(Activity shown, string id)
    {
        if (shown.ChannelData is JsonObject data && data.ContainsKey("streamSequence"))
        {
            data.TryAdd("streamId", id);
            Entity? info = shown.Entities?.FirstOrDefault(e => e.Type == StreamInfo.EntityType);
            info?.Properties?.TryAdd("streamId", id);
        }
    }
}
