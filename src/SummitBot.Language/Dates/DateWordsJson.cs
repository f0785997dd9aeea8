using System.Text.Json.Serialization;

namespace SummitBot.Language.Dates;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DateWordLists))]
internal sealed partial class DateWordsJson : JsonSerializerContext;
