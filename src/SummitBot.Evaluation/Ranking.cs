namespace SummitBot.Evaluation;

/// <summary>
/// Measures of one ranked list with binary relevance (Manning, Raghavan, Schütze, "Introduction to Information
/// Retrieval", chapter 8). A ranking names each document once, best first.
/// </summary>
public static class Ranking
{
    /// <summary>True when one of the first <paramref name="k"/> is relevant (success at k).</summary>
    public static bool HitAt(int k, IReadOnlyList<string> ranking, IReadOnlyCollection<string> relevant) =>
        ranking.Take(k).Any(id => IsRelevant(id, relevant));

    /// <summary>
    /// 1 / rank of the first relevant document; 0 when none is ranked. Its mean over questions is the MRR.
    /// </summary>
    public static double ReciprocalRank(IReadOnlyList<string> ranking, IReadOnlyCollection<string> relevant)
    {
        for (int i = 0; i < ranking.Count; i++)
        {
            if (IsRelevant(ranking[i], relevant))
            {
                return 1.0 / (i + 1);
            }
        }

        return 0;
    }

    /// <summary>
    /// Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002; discount 1 / log2(rank + 1), gain 1 for a
    /// relevant document): the gain of the first <paramref name="k"/> over that of the best possible list.
    /// </summary>
    /// <returns>0 to 1; 0 when nothing is relevant.</returns>
    public static double NdcgAt(int k, IReadOnlyList<string> ranking, IReadOnlyCollection<string> relevant)
    {
        double ideal = Enumerable.Range(0, Math.Min(k, relevant.Count)).Sum(Discount);
        double gained = ranking.Take(k).Select((id, i) => IsRelevant(id, relevant) ? Discount(i) : 0).Sum();
        return ideal > 0 ? gained / ideal : 0;
    }

    private static bool IsRelevant(string id, IReadOnlyCollection<string> relevant) =>
        relevant.Contains(id, StringComparer.Ordinal);

    private static double Discount(int index) => 1 / Math.Log2(index + 2);
}
