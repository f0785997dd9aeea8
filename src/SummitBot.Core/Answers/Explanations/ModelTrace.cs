using SummitBot.Core.Models;

namespace SummitBot.Core.Answers.Explanations;

/// <summary>What a model drafted and what the gate made of it.</summary>
/// <param name="Model">The model that wrote.</param>
/// <param name="Conclusion">Whether the draft stands, and why not.</param>
/// <param name="Sentences">Every sentence of the draft, in order.</param>
/// <param name="Usage">What it took; null when nothing is known.</param>
public sealed record ModelTrace(
    string Model,
    string Conclusion,
    IReadOnlyList<ReviewTrace> Sentences,
    ModelUsage? Usage
);
