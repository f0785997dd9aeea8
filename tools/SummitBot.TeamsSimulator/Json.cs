using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummitBot.TeamsSimulator;

/// <summary>Reads JSON of any shape.</summary>
internal static class Json
{
    /// <summary>Null when there is no such property, or when it is not text.</summary>
    public static string? Text(JsonNode? node, string name) =>
        node is JsonObject owner && owner[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>Null when there is no such property, or when it is not a whole number.</summary>
    public static int? Number(JsonNode? node, string name) =>
        node is JsonObject owner && owner[name] is JsonValue value && value.TryGetValue(out int number) ? number : null;

    public static JsonNode? Child(JsonNode? node, string name) => (node as JsonObject)?[name];

    /// <summary>Empty when there is no such list.</summary>
    public static IEnumerable<JsonNode?> List(JsonNode? node, string name) => Child(node, name) as JsonArray ?? [];

    public static IEnumerable<JsonNode?> Entities(JsonNode? activity, string type) =>
        List(activity, "entities").Where(e => string.Equals(Text(e, "type"), type, StringComparison.OrdinalIgnoreCase));

    /// <summary>Null when the text is not a JSON object.</summary>
    public static JsonObject? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
