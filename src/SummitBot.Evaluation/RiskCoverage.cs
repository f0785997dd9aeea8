namespace SummitBot.Evaluation;

/// <summary>
/// The risk-coverage curve of an answerer that may refuse (El-Yaniv and Wiener 2010; Geifman and El-Yaniv 2017): the
/// error rate of answered questions against the share that is answered, for every threshold. Answers of equal
/// confidence are given or refused together.
/// </summary>
public static class RiskCoverage
{
    /// <summary>The curve from the highest threshold to the lowest; empty when nothing was drafted.</summary>
    /// <param name="drafts">Confidence of each drafted answer, and whether it is right.</param>
    /// <param name="questions">All questions, including those without a draft; at least as many as drafts.</param>
    public static IReadOnlyList<RiskCoveragePoint> Curve(
        IEnumerable<(double Confidence, bool IsRight)> drafts,
        int questions
    )
    {
        var points = new List<RiskCoveragePoint>();
        int answered = 0;
        int wrong = 0;
        foreach (
            IGrouping<double, (double Confidence, bool IsRight)> tied in drafts
                .GroupBy(d => d.Confidence)
                .OrderByDescending(g => g.Key)
        )
        {
            answered += tied.Count();
            wrong += tied.Count(d => !d.IsRight);
            points.Add(new RiskCoveragePoint(tied.Key, (double)answered / questions, (double)wrong / answered));
        }

        return points;
    }

    /// <summary>
    /// The point of greatest coverage with at most this <paramref name="error"/>; null when there is none.
    /// </summary>
    public static RiskCoveragePoint? AtError(double error, IReadOnlyList<RiskCoveragePoint> curve) =>
        curve.LastOrDefault(p => p.Error <= error);

    /// <summary>A limited number of points of the curve, including the last: enough to draw it.</summary>
    public static IReadOnlyList<RiskCoveragePoint> Thin(IReadOnlyList<RiskCoveragePoint> curve, int max)
    {
        int step = (int)Math.Ceiling((double)curve.Count / max);
        return [.. curve.Where((_, i) => (curve.Count - 1 - i) % step == 0)];
    }
}

/// <summary>The result of answering everything with at least this confidence.</summary>
/// <param name="Threshold">The minimum confidence.</param>
/// <param name="Coverage">Share of all questions that is answered, 0 to 1.</param>
/// <param name="Error">Share of the answered that is wrong, 0 to 1.</param>
public sealed record RiskCoveragePoint(double Threshold, double Coverage, double Error);
