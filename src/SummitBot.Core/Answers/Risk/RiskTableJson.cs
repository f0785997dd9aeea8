using System.Text.Json.Serialization;

namespace SummitBot.Core.Answers.Risk;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(RiskTable))]
internal sealed partial class RiskTableJson : JsonSerializerContext;
