namespace SummitBot.Core.Answers.Risk;

/// <summary>What came of an error rate on questions about articles that the table was not made of.</summary>
/// <param name="MaxError">The rate asked for.</param>
/// <param name="Error">The share of the answers given that was wrong.</param>
/// <param name="Coverage">The share of all questions that was answered.</param>
public sealed record RiskCheck(double MaxError, double Error, double Coverage);
