namespace SummitBot.Evaluation.Fitting;

/// <summary>What is shown from a confidence threshold on.</summary>
/// <param name="Shown">Share of all questions.</param>
/// <param name="Right">Share of what is shown.</param>
public sealed record ThresholdCheck(double Threshold, double Shown, double Right);
