namespace SummitBot.Evaluation;

/// <summary>The result of answering everything with at least this confidence.</summary>
/// <param name="Threshold">The minimum confidence.</param>
/// <param name="Coverage">Share of all questions that is answered, 0 to 1.</param>
/// <param name="Error">Share of the answered that is wrong, 0 to 1.</param>
public sealed record RiskCoveragePoint(double Threshold, double Coverage, double Error);
