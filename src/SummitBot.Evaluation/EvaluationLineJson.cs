using System.Text.Json.Serialization;
using SummitBot.Core.Answers;

namespace SummitBot.Evaluation;

/// <summary>Reads and writes the lines of a data set.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(AnswerOutcomeConverter)]
)]
[JsonSerializable(typeof(QuestionLine))]
[JsonSerializable(typeof(DocumentLine))]
[JsonSerializable(typeof(ReadingPassageLine))]
[JsonSerializable(typeof(ReadingQuestionLine))]
internal sealed partial class EvaluationLineJson : JsonSerializerContext;
