namespace SummitBot.Groundedness.Alignment;

/// <summary>A token of a source that may match a token of a claim.</summary>
/// <param name="Place">Its index among the source's tokens.</param>
/// <param name="Strength">Above 0 and up to 1.</param>
internal readonly record struct TokenMatch(int Place, double Strength);
