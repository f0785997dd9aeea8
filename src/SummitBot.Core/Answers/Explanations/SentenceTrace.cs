namespace SummitBot.Core.Answers.Explanations;

/// <summary>A sentence that could have been quoted.</summary>
/// <param name="Score">Sum of the contributions of its features.</param>
/// <param name="Features">All features, including those without a contribution.</param>
public sealed record SentenceTrace(string PassageId, string Text, double Score, IReadOnlyList<FeatureTrace> Features);
