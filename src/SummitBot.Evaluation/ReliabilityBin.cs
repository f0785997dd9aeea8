namespace SummitBot.Evaluation;

/// <summary>The answers whose confidence is in <c>From &lt;= c &lt; To</c> (the last bin includes 1).</summary>
/// <param name="Count">Number of answers, at least 1.</param>
/// <param name="MeanConfidence">Their mean confidence.</param>
/// <param name="Accuracy">The share that is right.</param>
public sealed record ReliabilityBin(double From, double To, int Count, double MeanConfidence, double Accuracy);
