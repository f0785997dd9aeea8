namespace SummitBot.Evaluation;

/// <summary>
/// Area under the ROC curve (Hanley and McNeil 1982): how likely a random positive scores above a random negative, ties
/// counting half; by the rank sum of Mann and Whitney.
/// </summary>
public static class Auroc
{
    /// <returns>0 to 1, 0.5 for scores that tell nothing; null when one side is empty.</returns>
    public static double? Compute(IReadOnlyCollection<double> positives, IReadOnlyCollection<double> negatives)
    {
        if (positives.Count == 0 || negatives.Count == 0)
        {
            return null;
        }

        double rankSum = 0;
        int below = 0;
        IEnumerable<IGrouping<double, (double Score, bool IsPositive)>> byScore = positives
            .Select(s => (Score: s, IsPositive: true))
            .Concat(negatives.Select(s => (Score: s, IsPositive: false)))
            .GroupBy(s => s.Score)
            .OrderBy(g => g.Key);
        foreach (IGrouping<double, (double Score, bool IsPositive)> tied in byScore)
        {
            int count = tied.Count();
            double meanRank = below + ((count + 1) / 2.0);
            rankSum += meanRank * tied.Count(s => s.IsPositive);
            below += count;
        }

        double positiveCount = positives.Count;
        return (rankSum - (positiveCount * (positiveCount + 1) / 2)) / (positiveCount * negatives.Count);
    }
}
