namespace SummitBot.Evaluation;

/// <summary>
/// Token F1 of an answer (Rajpurkar et al. 2016, <c>evaluate-v2.0.py</c>, <c>compute_f1</c>): the harmonic mean of
/// precision and recall over the normalised words, each counted as often as it occurs; the best over the gold answers.
/// </summary>
public static class TokenF1
{
    /// <returns>0 to 1; 0 without gold answers.</returns>
    public static double Best(string answer, IReadOnlyList<string> golds) =>
        golds.Count == 0 ? 0 : golds.Max(gold => Compute(answer, gold));

    /// <returns>0 to 1; when one side has no word left, 1 if both have none, else 0.</returns>
    public static double Compute(string answer, string gold)
    {
        IReadOnlyList<string> answered = SquadText.Tokens(answer);
        IReadOnlyList<string> expected = SquadText.Tokens(gold);
        if (answered.Count == 0 || expected.Count == 0)
        {
            return answered.Count == expected.Count ? 1 : 0;
        }

        int common = Common(answered, expected);
        if (common == 0)
        {
            return 0;
        }

        double precision = (double)common / answered.Count;
        double recall = (double)common / expected.Count;
        return 2 * precision * recall / (precision + recall);
    }

    private static int Common(IReadOnlyList<string> answered, IReadOnlyList<string> expected)
    {
        var left = expected
            .GroupBy(w => w, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        int common = 0;
        foreach (string word in answered)
        {
            if (left.TryGetValue(word, out int count) && count > 0)
            {
                left[word] = count - 1;
                common++;
            }
        }

        return common;
    }
}
