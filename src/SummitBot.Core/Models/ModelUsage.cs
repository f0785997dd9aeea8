namespace SummitBot.Core.Models;

/// <summary>The usage of a model's answer, including fallbacks and rewriting of the question.</summary>
/// <param name="Model">The model that wrote.</param>
/// <param name="Requests">Requests to models; retries are not counted.</param>
/// <param name="InputTokens">As the model counted, otherwise an estimate.</param>
/// <param name="OutputTokens">As the model counted, otherwise an estimate.</param>
/// <param name="Cost">In the currency of the settings' prices; null when no price is set.</param>
public sealed record ModelUsage(string Model, int Requests, int InputTokens, int OutputTokens, decimal? Cost)
{
    /// <summary>The sum of both, with the other's model; this one when there is no other.</summary>
    public ModelUsage Add(ModelUsage? other) =>
        other is null
            ? this
            : new ModelUsage(
                other.Model,
                Requests + other.Requests,
                InputTokens + other.InputTokens,
                OutputTokens + other.OutputTokens,
                Cost is null && other.Cost is null ? null : (Cost ?? 0) + (other.Cost ?? 0)
            );
}

/// <param name="Requests">Requests to models.</param>
/// <param name="Input">Tokens of prompts.</param>
/// <param name="Output">Tokens of answers.</param>
public readonly record struct UsageAmount(long Requests, long Input, long Output)
{
    public UsageAmount Plus(UsageAmount other) =>
        new(Requests + other.Requests, Input + other.Input, Output + other.Output);
}
