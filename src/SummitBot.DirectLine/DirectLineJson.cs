using System.Text.Json.Serialization;

namespace SummitBot.DirectLine;

/// <summary>The serialiser of what Direct Line says beside activities.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ConversationBody))]
[JsonSerializable(typeof(TokenRequest))]
internal sealed partial class DirectLineJson : JsonSerializerContext;
