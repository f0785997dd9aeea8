namespace SummitBot.Core.Answers.Explanations;

/// <summary>A sentence of a model and what the gate made of it.</summary>
/// <param name="Draft">The model's words; not checked by anybody.</param>
/// <param name="Action"><c>kept</c>, <c>keptWithSource</c>, <c>remarked</c>, <c>quoted</c>, <c>dropped</c> or <c>skipped</c>.</param>
/// <param name="Shown">What is shown in its place; null when nothing is.</param>
/// <param name="Objections">Codes of the checks that refuse it.</param>
/// <param name="PassageId">The passage nearest to it; null when none is near.</param>
public sealed record ReviewTrace(
    string Draft,
    string Action,
    string? Shown,
    IReadOnlyList<string> Objections,
    string? PassageId
);
