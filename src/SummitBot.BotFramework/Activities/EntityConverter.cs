using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SummitBot.BotFramework.Activities;

/// <summary>Writes an entity of any derived type with all that it has, and reads one with all that it was sent with.</summary>
internal sealed class EntityConverter : JsonConverter<Entity>
{
    private const string TypeProperty = "type";

    public override Entity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An entity must be an object.");
        }

        var properties = (JsonObject?)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(JsonObject)));
        string? type = null;
        if (properties is not null && properties.Remove(TypeProperty, out JsonNode? value) && value is not null)
        {
            bool isText = value is JsonValue text && text.TryGetValue(out type);
            if (!isText)
            {
                throw new JsonException("An entity's type must be a string.");
            }
        }

        return new Entity(type) { Properties = properties is { Count: > 0 } ? properties : null };
    }

    public override void Write(Utf8JsonWriter writer, Entity value, JsonSerializerOptions options)
    {
        if (value.GetType() != typeof(Entity))
        {
            JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
            return;
        }

        writer.WriteStartObject();
        if (value.Type is not null)
        {
            writer.WriteString(TypeProperty, value.Type);
        }

        foreach ((string name, JsonNode? property) in value.Properties ?? [])
        {
            writer.WritePropertyName(name);
            if (property is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                property.WriteTo(writer, options);
            }
        }

        writer.WriteEndObject();
    }
}
