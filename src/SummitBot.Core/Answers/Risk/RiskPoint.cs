namespace SummitBot.Core.Answers.Risk;

/// <summary>What a threshold costs.</summary>
/// <param name="Threshold">The least confidence that is answered, 0 to 1.</param>
/// <param name="Error">Share of the answers given that are wrong, or given though there is no answer; 0 to 1.</param>
/// <param name="Coverage">Share of all questions that are answered, those without an answer among them; 0 to 1.</param>
public sealed record RiskPoint(double Threshold, double Error, double Coverage);
