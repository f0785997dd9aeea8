using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SummitBot.Bot.Teams;

namespace SummitBot.Bot.Activities;

/// <summary>
/// The serialiser of the Activity protocol: camelCase, nothing written for null, unknown properties kept; a property that
/// stands twice, a value of a wrong type and nesting deeper than <see cref="MaxDepth"/> are errors.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(Mention))]
[JsonSerializable(typeof(AiMessage))]
[JsonSerializable(typeof(StreamInfo))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(InvokeResponse))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonArray))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonValue))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
public sealed partial class ActivityJson : JsonSerializerContext
{
    /// <summary>Objects and lists inside one another.</summary>
    public const int MaxDepth = 32;

    private static readonly ActivityJson Protocol = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            AllowDuplicateProperties = false,
            MaxDepth = MaxDepth,
        }
    );

    /// <summary>The description of <see cref="Activities.Activity"/> for the framework's own methods.</summary>
    public static JsonTypeInfo<Activity> ActivityInfo => Protocol.Activity;

    /// <summary>One line of JSON.</summary>
    public static string Serialize<T>(T value) => JsonSerializer.Serialize(value, TypeInfoOf(typeof(T)));

    /// <summary>One line of JSON in UTF-8.</summary>
    public static byte[] SerializeToUtf8Bytes<T>(T value) =>
        JsonSerializer.SerializeToUtf8Bytes(value, TypeInfoOf(typeof(T)));

    /// <summary>The JSON of an object whose type is known only now.</summary>
    internal static string SerializeBody(object value) => JsonSerializer.Serialize(value, TypeInfoOf(value.GetType()));

    /// <exception cref="JsonException">The text is no JSON, or does not fit the type.</exception>
    public static T? Deserialize<T>(string json) =>
        JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)TypeInfoOf(typeof(T)));

    /// <exception cref="JsonException">The text is no JSON, or does not fit the type.</exception>
    public static T? Deserialize<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)TypeInfoOf(typeof(T)));

    /// <exception cref="NotSupportedException">The type is none of the protocol.</exception>
    internal static JsonTypeInfo TypeInfoOf(Type type) =>
        Protocol.GetTypeInfo(type)
        ?? throw new NotSupportedException($"{type.Name} is no type of the Activity protocol: add it to ActivityJson.");
}
