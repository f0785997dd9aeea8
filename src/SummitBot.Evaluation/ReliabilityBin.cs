namespace SummitBot.Evaluation;

/// <summary>The answers whose confidence lies in <c>From &lt;= c &lt; To</c> (the last bin takes 1 too).</summary>
/// <param name="Count">How many; never 0.</param>
/// <param name="MeanConfidence">What they said of themselves.</param>
/// <param name="Accuracy">Share that is right.</param>
public sealed record ReliabilityBin(double From, double To, int Count, double MeanConfidence, double Accuracy);
