using System.Text.Json.Serialization;

namespace SummitBot.Core.Answers.Explanations;

/// <summary>How an answer or a refusal came about; made only when asked for. Also its JSON, in camelCase.</summary>
/// <param name="ResolvedQuestion">The words searched and answered by.</param>
/// <param name="Language">ISO 639-1 code of the question.</param>
/// <param name="ContextTerms">Words of earlier turns that helped the search.</param>
/// <param name="Passages">The retrieved passages, best first.</param>
/// <param name="Trace">How the writer chose; null when it had nothing to choose from or keeps no trace.</param>
/// <param name="Confidence">How likely the first sentence answers, 0 to 1.</param>
/// <param name="Threshold">An answer of less confidence is refused.</param>
/// <param name="Decision">What was decided and why, as a sentence.</param>
public sealed record Explanation(
    string ResolvedQuestion,
    string Language,
    IReadOnlyList<TermTrace> ContextTerms,
    IReadOnlyList<PassageTrace> Passages,
    AnswerTrace? Trace,
    double Confidence,
    double Threshold,
    string Decision
)
{
    /// <summary>What a model drafted, the rest being the embedded answer; left out when none was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelTrace? Model { get; init; }
}
