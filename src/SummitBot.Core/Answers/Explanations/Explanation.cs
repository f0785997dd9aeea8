using System.Text.Json.Serialization;
using SummitBot.Core.Models;

namespace SummitBot.Core.Answers.Explanations;

/// <summary>How an answer or a refusal was chosen; created only when asked for. Also its JSON, in camelCase.</summary>
/// <param name="ResolvedQuestion">The question that was searched and answered.</param>
/// <param name="Language">ISO 639-1 code of the question.</param>
/// <param name="ContextTerms">Words of earlier turns that were added to the search.</param>
/// <param name="Passages">The retrieved passages, best first.</param>
/// <param name="Trace">How the writer chose; null when it had nothing to choose from or records no trace.</param>
/// <param name="Confidence">Probability that the first sentence answers, 0 to 1.</param>
/// <param name="Threshold">An answer with a lower confidence is refused.</param>
/// <param name="Decision">The decision and its reason, as a sentence.</param>
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
    /// <summary>
    /// The model's draft; all other properties describe the extractive answer. Left out when no model was asked.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelTrace? Model { get; init; }
}

/// <summary>A model's draft and the gate's decisions.</summary>
/// <param name="Model">The model that wrote.</param>
/// <param name="Conclusion">Whether the draft is accepted, and if not, why.</param>
/// <param name="Sentences">Every sentence of the draft, in order.</param>
/// <param name="Usage">Null when unknown.</param>
public sealed record ModelTrace(
    string Model,
    string Conclusion,
    IReadOnlyList<ReviewTrace> Sentences,
    ModelUsage? Usage
);

/// <summary>A retrieved passage.</summary>
/// <param name="Score">The search engine's score, comparable inside one list only.</param>
public sealed record PassageTrace(string PassageId, string Title, DateOnly? Published, double Score);
