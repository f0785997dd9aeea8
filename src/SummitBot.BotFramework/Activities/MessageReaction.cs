using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SummitBot.BotFramework.Activities;

public sealed class MessageReaction(string? type = null)
{
    public string? Type { get; set; } = type;

    [JsonExtensionData]
    public JsonObject? Properties { get; set; }
}
