namespace SummitBot.Evaluation;

/// <summary>
/// How well a confidence matches the accuracy: bins of equal width and the expected calibration error over them
/// (Naeini, Cooper, Hauskrecht 2015; Guo et al. 2017).
/// </summary>
public static class Calibration
{
    public const int BinCount = 10;

    /// <summary>The bins that are not empty, from low to high confidence.</summary>
    /// <param name="answers">Confidence, 0 to 1, and whether the answer is right.</param>
    public static IReadOnlyList<ReliabilityBin> Bins(IEnumerable<(double Confidence, bool IsRight)> answers) =>
        [
            .. answers
                .GroupBy(a => Math.Clamp((int)(a.Confidence * BinCount), 0, BinCount - 1))
                .OrderBy(g => g.Key)
                .Select(g => new ReliabilityBin(
                    (double)g.Key / BinCount,
                    (double)(g.Key + 1) / BinCount,
                    g.Count(),
                    g.Average(a => a.Confidence),
                    g.Average(a => a.IsRight ? 1.0 : 0.0)
                )),
        ];

    /// <summary>The mean distance of accuracy from confidence over the bins, weighted by their size.</summary>
    /// <returns>0 (perfectly calibrated) to 1; null without answers.</returns>
    public static double? ExpectedError(IReadOnlyList<ReliabilityBin> bins)
    {
        int all = bins.Sum(b => b.Count);
        return all == 0 ? null : bins.Sum(b => b.Count * Math.Abs(b.Accuracy - b.MeanConfidence)) / all;
    }
}

/// <summary>The answers whose confidence is in <c>From &lt;= c &lt; To</c> (the last bin includes 1).</summary>
/// <param name="Count">Number of answers, at least 1.</param>
/// <param name="MeanConfidence">Their mean confidence.</param>
/// <param name="Accuracy">The share that is right.</param>
public sealed record ReliabilityBin(double From, double To, int Count, double MeanConfidence, double Accuracy);
