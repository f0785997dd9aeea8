using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitBot.Bot.Activities;

public sealed class MessageReaction(string? type = null)
{
    public string? Type { get; set; } = type;

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
