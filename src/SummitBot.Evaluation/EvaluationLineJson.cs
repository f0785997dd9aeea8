using System.Text.Json.Serialization;

namespace SummitBot.Evaluation;

/// <summary>Reads and writes the lines of a data set.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(QuestionLine))]
[JsonSerializable(typeof(DocumentLine))]
internal sealed partial class EvaluationLineJson : JsonSerializerContext;
