namespace SummitBot.Core.Answers.Risk;

/// <summary>How well an error rate held on questions about other articles than those of the table.</summary>
/// <param name="MaxError">The requested rate.</param>
/// <param name="Error">The share of given answers that were wrong.</param>
/// <param name="Coverage">The share of all questions that were answered.</param>
public sealed record RiskCheck(double MaxError, double Error, double Coverage);
