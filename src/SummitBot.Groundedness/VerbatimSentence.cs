using SummitBot.Groundedness.Alignment;
using SummitBot.Groundedness.Sources;
using SummitBot.Language.Sentences;

namespace SummitBot.Groundedness;

/// <summary>Finds a claim that is one to three whole sentences of a source, word for word.</summary>
internal static class VerbatimSentence
{
    private const int Longest = 3;

    /// <summary>The sentences; null when the claim is not all of some.</summary>
    public static TextRange? Find(Claim claim, SourceText source)
    {
        if (claim.Plain.Length <= 1 || !source.Plain.Contains(claim.Plain, StringComparison.Ordinal))
        {
            return null;
        }

        for (int first = 0; first < source.Sentences.Count; first++)
        {
            string joined = " ";
            for (int last = first; last < Math.Min(first + Longest, source.Sentences.Count); last++)
            {
                joined = joined.TrimEnd(' ') + source.Sentences[last].Plain;
                if (string.Equals(joined, claim.Plain, StringComparison.Ordinal))
                {
                    return source.GetRange(first, last);
                }
            }
        }

        return null;
    }
}
