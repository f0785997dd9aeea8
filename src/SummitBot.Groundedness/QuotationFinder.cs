using SummitBot.Groundedness.Sources;

namespace SummitBot.Groundedness;

/// <summary>The sentence of the sources that is nearest to a claim which none of them bears out.</summary>
public static class QuotationFinder
{
    private const double MinShare = 0.4;

    /// <summary>A sentence of the sources, or two of them when the first leans on the one before; null when none shares
    /// at least four tenths of the claim's words.</summary>
    /// <param name="isFit">Whether a part of a source may be shown.</param>
    public static MatchedPart? Find(string claim, IReadOnlyList<SourceText> sources, Func<MatchedPart, bool> isFit)
    {
        MatchedPart? best = null;
        foreach (SourceText source in sources)
        {
            for (int i = 0; i < source.Sentences.Count; i++)
            {
                double share = WordOverlap.Share(claim, source.Sentences[i].Text);
                if (share < MinShare || share <= (best?.Coverage ?? 0) || source.WindowToQuote(i) is not { } range)
                {
                    continue;
                }

                var part = new MatchedPart(source, range, share);
                best = isFit(part) ? part : best;
            }
        }

        return best;
    }
}
