using System.Text.Json.Serialization;

namespace SummitBot.Evaluation.Gate;

/// <summary>Serializer of <see cref="GateReport"/>, camelCase.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GateReport))]
public sealed partial class GateReportJson : JsonSerializerContext;
