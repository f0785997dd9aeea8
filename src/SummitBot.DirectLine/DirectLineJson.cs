using System.Text.Json.Serialization;

namespace SummitBot.DirectLine;

/// <summary>Serializer of Direct Line's messages other than activities.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ConversationBody))]
[JsonSerializable(typeof(TokenRequest))]
internal sealed partial class DirectLineJson : JsonSerializerContext;
