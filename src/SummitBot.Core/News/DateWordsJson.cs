using System.Text.Json.Serialization;

namespace SummitBot.Core.News;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DateWordLists))]
internal sealed partial class DateWordsJson : JsonSerializerContext;
