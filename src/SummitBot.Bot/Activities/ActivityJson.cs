using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace SummitBot.Bot.Activities;

/// <summary>
/// Activities as JSON, one line, nothing written for null. The types of the Bot Framework are described for Newtonsoft.Json,
/// which stays inside the projects that speak the protocol.
/// </summary>
public static class ActivityJson
{
    /// <summary>Objects and lists inside one another.</summary>
    public const int MaxDepth = 32;

    // Text that looks like a date stays text, and names such as "$ref" are data.
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

    /// <exception cref="JsonException">The text is no JSON, or does not fit the type.</exception>
    public static T? Deserialize<T>(string json)
        where T : class => JsonConvert.DeserializeObject<T>(json, Settings);

    /// <summary>The object's properties as the protocol names them; a change of them changes the object no more.</summary>
    public static JObject ToJObject(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return JObject.FromObject(value, Serializer);
    }
}
