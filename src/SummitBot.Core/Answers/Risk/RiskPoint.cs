namespace SummitBot.Core.Answers.Risk;

/// <summary>The error rate and coverage of a threshold.</summary>
/// <param name="Threshold">The minimum confidence of an answer, 0 to 1.</param>
/// <param name="Error">Share of given answers that are wrong, or given although there is no answer; 0 to 1.</param>
/// <param name="Coverage">Share of all questions that are answered, including questions without an answer; 0 to
/// 1.</param>
public sealed record RiskPoint(double Threshold, double Error, double Coverage);
