using System.Text.Json.Serialization;
using SummitBot.Core.Answers;

namespace SummitBot.Core.Asking;

/// <summary>Reads an <see cref="AskRequest"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(AnswerOutcomeConverter)]
)]
[JsonSerializable(typeof(AskRequest))]
public sealed partial class AskJson : JsonSerializerContext;
