using System.Text.Json.Serialization;

namespace SummitBot.Ingestion.Pages;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FurniturePhraseLists))]
internal sealed partial class FurniturePhraseJson : JsonSerializerContext;
