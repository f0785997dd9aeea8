using SummitBot.Groundedness.Alignment;
using SummitBot.Groundedness.Sources;
using SummitBot.Language.Sentences;

namespace SummitBot.Groundedness;

/// <summary>Finds a claim that consists of one to three whole sentences of a source, word for word.</summary>
internal static class VerbatimSentence
{
    private const int MaxSentences = 3;

    /// <summary>The range of the sentences; null when the claim does not consist of whole sentences.</summary>
    public static TextRange? Find(Claim claim, SourceText source)
    {
        if (claim.Plain.Length <= 1 || !source.Plain.Contains(claim.Plain, StringComparison.Ordinal))
        {
            return null;
        }

        for (int first = 0; first < source.Sentences.Count; first++)
        {
            string joined = " ";
            for (int last = first; last < Math.Min(first + MaxSentences, source.Sentences.Count); last++)
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
