namespace SummitBot.Core.Answers.Explanations;

/// <summary>A word of a question.</summary>
/// <param name="Weight">0 or more; four decimals.</param>
/// <param name="IsContext">True when it comes from an earlier turn.</param>
/// <param name="Alternatives">Stems that may replace it, with their strength: <c>summit 0.8</c>.</param>
public sealed record TermTrace(string Word, double Weight, bool IsContext, IReadOnlyList<string> Alternatives);
