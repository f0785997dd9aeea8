namespace SummitBot.Core.Answers.Drafting;

/// <summary>What a model's answer took, its retries and rewriting of the question included.</summary>
/// <param name="Model">The model that wrote.</param>
/// <param name="Cost">In the currency of the settings' prices; null when no price is set.</param>
public sealed record ModelUsage(string Model, int Requests, int InputTokens, int OutputTokens, decimal? Cost);
