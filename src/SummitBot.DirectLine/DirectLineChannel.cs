using System.Net;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Hosting;
using SummitBot.Bot.Teams;
using SummitBot.DirectLine.Live;
using SummitBot.DirectLine.Receiving;
using SummitBot.DirectLine.Tokens;
using SummitBot.Hosting.Activities;
using SummitBot.Hosting.Hosts;

namespace SummitBot.DirectLine;

/// <summary>
/// Brings the bot's replies to the visitors of this host. Typing and the pieces of a stream are shown to those who listen,
/// everything else is kept.
/// </summary>
internal sealed class DirectLineChannel(IActivityLog log, LiveConversations live, ISharedClock clock) : IHostedChannel
{
    public bool Owns(string? serviceUrl) => ChannelAddress.IsHere(serviceUrl);

    public Task<ResourceResponse> SendAsync(Activity activity, string? name, CancellationToken cancellationToken) =>
        DeliverAsync(activity, RandomId.New(), name, cancellationToken);

    /// <summary>Clients put an activity in the place of the one with its id.</summary>
    public Task<ResourceResponse> UpdateAsync(Activity activity, CancellationToken cancellationToken) =>
        DeliverAsync(activity, activity.Id, name: null, cancellationToken);

    /// <summary>Direct Line has no way to take an activity back.</summary>
    public Task DeleteAsync(ConversationReference reference, CancellationToken cancellationToken) =>
        Task.FromException(ChannelRefusal.Create(HttpStatusCode.NotImplemented));

    private async Task<ResourceResponse> DeliverAsync(
        Activity activity,
        string id,
        string? name,
        CancellationToken cancellationToken
    )
    {
        if (activity.Conversation?.Id is not { } conversation)
        {
            throw ChannelRefusal.Create(HttpStatusCode.BadRequest);
        }

        string json = ToVisitorJson(activity, id);
        if (activity.Type == ActivityTypes.Typing)
        {
            live.Show(conversation, json);
            return new ResourceResponse(id);
        }

        if (await log.FindAsync(conversation, cancellationToken) is null or { IsEnded: true })
        {
            throw ChannelRefusal.Create(HttpStatusCode.NotFound);
        }

        var said = new LoggedActivity(id, json) { ClientActivityId = name };
        LoggedActivity kept = await log.AppendAsync(conversation, said, cancellationToken);
        live.Kept(conversation, kept.Number);
        return new ResourceResponse(kept.Id);
    }

    /// <summary>The activity as visitors see it; the bot's own one stays as it is.</summary>
    private string ToVisitorJson(Activity activity, string id)
    {
        JObject shown = ActivityJson.ToJObject(activity);
        shown["id"] = id;
        shown["timestamp"] = clock.GetUtcNow();
        shown["from"] = ActivityJson.ToJObject(ChannelAddress.CreateBot());
        shown.Remove("serviceUrl");
        NameStream(shown, id);
        WebChatFeedback.Offer(shown, id);
        return shown.ToString(Formatting.None);
    }

    /// <summary>
    /// The first piece of a stream has no id of its stream yet, which here is its own. Web Chat orders pieces by that id, and
    /// takes two first pieces without one for pieces of the same stream.
    /// </summary>
    private static void NameStream(JObject shown, string id)
    {
        if (shown["channelData"] is JObject data && data.ContainsKey("streamSequence"))
        {
            data.TryAdd("streamId", id);
            shown["entities"]
                ?.OfType<JObject>()
                .FirstOrDefault(e => (string?)e["type"] == StreamInfo.EntityType)
                ?.TryAdd("streamId", id);
        }
    }
}
