using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SummitBot.Bot.Activities;

/// <summary>Something that an activity says of itself beside its text; only the type is known of every entity.</summary>
[JsonConverter(typeof(EntityConverter))]
public class Entity(string? type = null)
{
    public string? Type { get; set; } = type;

    /// <summary>Everything but the type, of an entity that was read; those of derived types have properties of their own.</summary>
    [JsonIgnore]
    public JsonObject? Properties { get; set; }

    /// <summary>The entity as one of a type that is known to <see cref="ActivityJson"/>.</summary>
    /// <exception cref="JsonException">It does not fit the type.</exception>
    public T? GetAs<T>() => GetAs((JsonTypeInfo<T>)ActivityJson.TypeInfoOf(typeof(T)));

    /// <summary>The entity as one of another type.</summary>
    /// <exception cref="JsonException">It does not fit the type.</exception>
    public T? GetAs<T>(JsonTypeInfo<T> typeInfo) =>
        JsonSerializer.SerializeToNode(this, ActivityJson.TypeInfoOf(typeof(Entity))).Deserialize(typeInfo);

    /// <summary>Takes type and properties from an object of a type that is known to <see cref="ActivityJson"/>.</summary>
    public void SetAs<T>(T value)
    {
        var copy = JsonSerializer
            .SerializeToNode(value, (JsonTypeInfo<T>)ActivityJson.TypeInfoOf(typeof(T)))
            .Deserialize((JsonTypeInfo<Entity>)ActivityJson.TypeInfoOf(typeof(Entity)));
        Type = copy?.Type;
        Properties = copy?.Properties;
    }
}
