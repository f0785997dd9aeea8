using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SummitBot.Bot.Activities;

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

        JsonObject properties = PropertiesOf(
            (JsonElement)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(JsonElement)))!
        );
        string? type = null;
        if (properties.Remove(TypeProperty, out JsonNode? value) && value is not null)
        {
            bool isText = value is JsonValue text && text.TryGetValue(out type);
            if (!isText)
            {
                throw new JsonException("An entity's type must be a string.");
            }
        }

        return new Entity(type) { Properties = properties.Count > 0 ? properties : null };
    }

    /// <summary>
    /// A JSON object looks at its names only when it is asked, and then throws something else than <see cref="JsonException"/>
    /// at one that stands twice or is half a character.
    /// </summary>
    private static JsonObject PropertiesOf(JsonElement entity)
    {
        try
        {
            JsonObject properties = JsonObject.Create(entity) ?? [];
            _ = properties.Count;
            return properties;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new JsonException("An entity's properties must have names, each of them once.", exception);
        }
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
