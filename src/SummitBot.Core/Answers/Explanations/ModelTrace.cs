using SummitBot.Core.Models;

namespace SummitBot.Core.Answers.Explanations;

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
