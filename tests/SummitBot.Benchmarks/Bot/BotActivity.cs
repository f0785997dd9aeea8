using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using SummitBot.Bot.Activities;

namespace SummitBot.Benchmarks.Bot;

/// <summary>A message as Teams sends it.</summary>
internal static class BotActivity
{
    public static byte[] Create(
        string text,
        string conversation,
        string id,
        string? deliveryMode = null,
        string serviceUrl = "http://127.0.0.1:9/_connector"
    ) =>
        ActivityJson.SerializeToUtf8Bytes(
            new Activity(ActivityTypes.Message)
            {
                Id = id,
                Text = text,
                TextFormat = TextFormatTypes.Plain,
                ChannelId = Channels.Msteams,
                ServiceUrl = serviceUrl,
                From = new ChannelAccount("29:alex", "Alex Wilber"),
                Recipient = new ChannelAccount("28:bot", "SummitBot"),
                Conversation = new ConversationAccount(isGroup: false, ConversationTypes.Personal, conversation),
                Locale = "en-US",
                DeliveryMode = deliveryMode,
            }
        );

    /// <summary>A request's body; each is sent once.</summary>
    public static ByteArrayContent Content(byte[] activity) =>
        new(activity) { Headers = { ContentType = new("application/json") } };
}
