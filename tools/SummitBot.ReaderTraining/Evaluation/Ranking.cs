namespace SummitBot.ReaderTraining.Evaluation;

/// <summary>How well a score separates two classes.</summary>
internal static class Ranking
{
    /// <summary>
    /// The area under the receiver operating characteristic: the probability that a positive scores higher than a
    /// negative, ties counting half. NaN when either kind is missing.
    /// </summary>
    public static double AreaUnderCurve(IReadOnlyList<double> positives, IReadOnlyList<double> negatives)
    {
        double[] sorted = [.. negatives.Order()];
        double wins = positives.Sum(positive => (CountBelow(sorted, positive) + CountUpTo(sorted, positive)) / 2.0);
        return wins / ((double)positives.Count * negatives.Count);
    }

    private static int CountBelow(double[] sorted, double value)
    {
        int at = Array.BinarySearch(sorted, value);
        at = at < 0 ? ~at : at;
        while (at > 0 && sorted[at - 1] >= value)
        {
            at--;
        }

        return at;
    }

    private static int CountUpTo(double[] sorted, double value)
    {
        int at = CountBelow(sorted, value);
        while (at < sorted.Length && sorted[at] <= value)
        {
            at++;
        }

        return at;
    }
}
