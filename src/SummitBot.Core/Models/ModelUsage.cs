namespace SummitBot.Core.Models;

/// <summary>What a model's answer took, fallbacks and rewriting of the question included.</summary>
/// <param name="Model">The model that wrote.</param>
/// <param name="Requests">Requests to models; one that was tried again counts once.</param>
/// <param name="InputTokens">As the model counted, else as estimated.</param>
/// <param name="OutputTokens">As the model counted, else as estimated.</param>
/// <param name="Cost">In the currency of the settings' prices; null when no price is set.</param>
public sealed record ModelUsage(string Model, int Requests, int InputTokens, int OutputTokens, decimal? Cost)
{
    /// <summary>Both together, under the other's model; this one when there is no other.</summary>
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
