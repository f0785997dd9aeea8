using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace SummitBot.Bot.Activities;

/// <summary>
/// Serializes activities as JSON on one line, without null values. The Bot Framework's types are annotated for
/// Newtonsoft.Json, which only the projects that speak the protocol use.
/// </summary>
public static class ActivityJson
{
    /// <summary>Maximum nesting of objects and lists.</summary>
    public const int MaxDepth = 32;

    // Text that looks like a date stays text, and property names such as "$ref" are plain data.
    private static readonly JsonSerializerSettings Settings = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateParseHandling = DateParseHandling.None,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        MaxDepth = 2 * MaxDepth,
    };

    private static readonly JsonSerializer Serializer = JsonSerializer.Create(Settings);

    public static string Serialize(object value) => JsonConvert.SerializeObject(value, Settings);

    public static byte[] SerializeToUtf8Bytes(object value) => Encoding.UTF8.GetBytes(Serialize(value));

    /// <exception cref="JsonException">The text is not JSON, or does not fit the type.</exception>
    public static T? Deserialize<T>(string json)
        where T : class => JsonConvert.DeserializeObject<T>(json, Settings);

    /// <summary>The object's properties as the protocol names them; a change of them changes the object no more.</summary>
    public static JObject ToJObject(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return JObject.FromObject(value, Serializer);
    }
}
