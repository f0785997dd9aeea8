using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitBot.Core.Answers;

/// <summary>Writes <see cref="AnswerOutcome.NotInCorpus"/> as <c>notInCorpus</c>.</summary>
public sealed class AnswerOutcomeConverter()
    : JsonStringEnumConverter<AnswerOutcome>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
