namespace SummitBot.Core.Answers.Explanations;

/// <summary>A model's sentence and the gate's decision about it.</summary>
/// <param name="Draft">The model's words, unchecked.</param>
/// <param name="Action"><c>kept</c>, <c>keptWithSource</c>, <c>remarked</c>, <c>quoted</c>, <c>dropped</c> or
/// <c>skipped</c>.</param>
/// <param name="Shown">The text that is shown instead; null when nothing is.</param>
/// <param name="Objections">Codes of the checks that reject it.</param>
/// <param name="PassageId">The passage nearest to it; null when none is near.</param>
public sealed record ReviewTrace(
    string Draft,
    string Action,
    string? Shown,
    IReadOnlyList<string> Objections,
    string? PassageId
);
