namespace SummitBot.Evaluation;

/// <summary>What happens when everything with at least this confidence is answered.</summary>
/// <param name="Threshold">The least confidence that is answered.</param>
/// <param name="Coverage">Share of all questions that is answered, 0 to 1.</param>
/// <param name="Error">Share of the answered that is wrong, 0 to 1.</param>
public sealed record RiskCoveragePoint(double Threshold, double Coverage, double Error);
