using SummitBot.Groundedness.Sources;
using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Alignment;

/// <summary>One to three neighbouring sentences of a source.</summary>
/// <param name="First">The first sentence.</param>
/// <param name="Last">The last sentence.</param>
/// <param name="FirstToken">The first token of it.</param>
/// <param name="EndToken">One past the last token.</param>
/// <param name="Coverage">Weighted share of the claim's words that it has, 0 to 1.</param>
internal sealed record SourceWindow(int First, int Last, int FirstToken, int EndToken, double Coverage)
{
    private const int MaxSentences = 3;
    private const double CostOfLength = 0.03;
    private const double TitleStrength = 0.7;

    /// <summary>
    /// The window with most of the claim's weight, minus a small cost for each further sentence; null when none has any
    /// of it.
    /// </summary>
    public static SourceWindow? Best(
        IReadOnlyList<AnnotatedWord> claim,
        IReadOnlyList<TokenMatch>[] matches,
        SourceText source
    )
    {
        double total = claim.Sum(t => t.Weight);
        if (total == 0)
        {
            return null;
        }

        double[,] strengths = StrengthsBySentence(matches, source);
        SourceWindow? best = null;
        double bestScore = 0;
        for (int first = 0; first < source.Sentences.Count; first++)
        {
            double[] held = new double[claim.Count];
            for (int last = first; last < Math.Min(first + MaxSentences, source.Sentences.Count); last++)
            {
                double sum = 0;
                bool holdsAny = false;
                for (int i = 0; i < held.Length; i++)
                {
                    held[i] = Math.Max(held[i], strengths[i, last]);
                    holdsAny |= held[i] > 0 && claim[i].Weight > 0;
                    bool isInTitle = held[i] == 0 && claim[i].Weight > 0 && source.TitleWords.Contains(claim[i].Lemma);
                    sum += claim[i].Weight * (isInTitle ? TitleStrength : held[i]);
                }

                double score = (sum / total) - (CostOfLength * (last - first));
                if (holdsAny && score > bestScore)
                {
                    bestScore = score;
                    best = new SourceWindow(
                        first,
                        last,
                        source.Sentences[first].FirstToken,
                        source.Sentences[last].EndToken,
                        sum / total
                    );
                }
            }
        }

        return best;
    }

    /// <summary>One of its sentences, with the coverage of the whole window.</summary>
    public SourceWindow OnlySentence(int sentence, SourceText source) =>
        new(sentence, sentence, source.Sentences[sentence].FirstToken, source.Sentences[sentence].EndToken, Coverage);

    private static double[,] StrengthsBySentence(IReadOnlyList<TokenMatch>[] matches, SourceText source)
    {
        double[,] strengths = new double[matches.Length, source.Sentences.Count];
        for (int i = 0; i < matches.Length; i++)
        {
            foreach (TokenMatch match in matches[i])
            {
                int sentence = source.GetSentenceIndex(match.Place);
                strengths[i, sentence] = Math.Max(strengths[i, sentence], match.Strength);
            }
        }

        return strengths;
    }
}
