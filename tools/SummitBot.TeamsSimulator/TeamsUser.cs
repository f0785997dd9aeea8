using System.Globalization;
using System.Text.Json.Nodes;

namespace SummitBot.TeamsSimulator;

/// <summary>Makes activities as Teams sends them for what a person does.</summary>
/// <param name="serviceUrl">Where the bot is to answer.</param>
public sealed class TeamsUser(string serviceUrl, string locale, TimeProvider time)
{
    private const string Bot = "28:00000000-0000-0000-0000-000000000000";
    private const string BotName = "SummitBot";
    private const string Tenant = "72f988bf-0000-0000-0000-000000000000";

    private int _ids;

    public static SimulatedConversation OpenIn(TeamsChannel channel, ConversationKind kind)
    {
        string id = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        string name = kind switch
        {
            ConversationKind.Personal => $"a:{id}",
            ConversationKind.Group => $"19:{id}@unq.gbl.spaces",
            _ => $"19:{id}@thread.tacv2;messageid=1700000000000",
        };
        return channel.Open(name, kind);
    }

    /// <summary>What every activity has; its id is new.</summary>
    public JsonObject Activity(SimulatedConversation conversation, string type)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var place = new JsonObject
        {
            ["id"] = conversation.Id,
            ["tenantId"] = Tenant,
            ["conversationType"] = conversation.Kind switch
            {
                ConversationKind.Personal => "personal",
                ConversationKind.Group => "groupChat",
                _ => "channel",
            },
        };
        if (!conversation.IsPersonal)
        {
            place["isGroup"] = true;
        }

        string now = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"1600000000{++_ids:000}"),
            ["timestamp"] = now,
            ["localTimestamp"] = now,
            ["channelId"] = "msteams",
            ["serviceUrl"] = serviceUrl,
            ["from"] = new JsonObject { ["id"] = "29:alex", ["name"] = "Alex" },
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = BotName },
            ["conversation"] = place,
            ["locale"] = locale,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        };
    }

    /// <summary>A message; in groups and channels it mentions the bot, for without that Teams keeps it from the bot.</summary>
    public JsonObject Message(SimulatedConversation conversation, string text, string type = "message")
    {
        JsonObject activity = Activity(conversation, type);
        var entities = new JsonArray(
            new JsonObject
            {
                ["type"] = "clientInfo",
                ["locale"] = locale,
                ["platform"] = "Web",
            }
        );
        if (!conversation.IsPersonal)
        {
            const string mention = $"<at>{BotName}</at>";
            entities.Add(
                new JsonObject
                {
                    ["type"] = "mention",
                    ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = BotName },
                    ["text"] = mention,
                }
            );
            text = $"{mention} {text}";
        }

        activity["text"] = text;
        activity["textFormat"] = "plain";
        activity["entities"] = entities;
        return activity;
    }

    /// <summary>The bot was added; Teams says it in two ways.</summary>
    public IEnumerable<JsonObject> Installation(SimulatedConversation conversation)
    {
        JsonObject installed = Activity(conversation, "installationUpdate");
        installed["action"] = "add";
        JsonObject added = Activity(conversation, "conversationUpdate");
        added["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Bot }, new JsonObject { ["id"] = "29:alex" });
        return [installed, added];
    }

    public JsonObject File(SimulatedConversation conversation, string text)
    {
        JsonObject activity = Message(conversation, text);
        activity["attachments"] = new JsonArray(
            new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
                ["contentUrl"] = "https://contoso.example/report.pdf",
                ["name"] = "report.pdf",
                ["content"] = new JsonObject { ["fileType"] = "pdf" },
            }
        );
        return activity;
    }

    /// <summary>A click on the thumbs below a message.</summary>
    public JsonObject Feedback(SimulatedConversation conversation, string messageId, bool isLike, string words)
    {
        JsonObject activity = Invoke(conversation, "message/submitAction");
        activity["replyToId"] = messageId;
        activity["value"] = new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject
            {
                ["reaction"] = isLike ? "like" : "dislike",
                ["feedback"] = new JsonObject { ["feedbackText"] = words }.ToJsonString(),
            },
        };
        return activity;
    }

    public JsonObject Invoke(SimulatedConversation conversation, string name)
    {
        JsonObject activity = Activity(conversation, "invoke");
        activity["name"] = name;
        return activity;
    }

    public JsonObject Reaction(SimulatedConversation conversation, string? messageId)
    {
        JsonObject activity = Activity(conversation, "messageReaction");
        activity["replyToId"] = messageId;
        activity["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });
        return activity;
    }
}
