using System.Text.Json.Serialization;

namespace SummitBot.Language.Words;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ThesaurusData))]
internal sealed partial class ThesaurusJson : JsonSerializerContext;
