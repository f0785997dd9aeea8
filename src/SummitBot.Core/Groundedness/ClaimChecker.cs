using SummitBot.Core.Articles;
using SummitBot.Core.Retrieval;

namespace SummitBot.Core.Groundedness;

/// <summary>Compares a claim with a passage by form: which words stand where, not what they mean. Thread-safe.</summary>
public sealed class ClaimChecker
{
    /// <summary>Analyses a passage for the checks to come.</summary>
    public SourceText Analyze(RetrievedPassage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return new SourceText(passage);
    }

    /// <summary>Checks one claim against one passage.</summary>
    /// <param name="claim">Plain text without marks.</param>
    public ClaimVerdict Check(string claim, SourceText source)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(source);
        string words = PlainWords.Of(claim);
        SourceSentence? best = source.Sentences.MaxBy(s => WordOverlap.Share(claim, s.Text));
        if (best is null)
        {
            return new ClaimVerdict(
                ClaimSupport.None,
                null,
                0,
                [new ClaimObjection("coverage", ClaimSupport.Normal, "")]
            );
        }

        double coverage = WordOverlap.Share(claim, best.Text);
        TextRange? range = coverage > 0 ? best.Range : null;
        return words.Length > 1 && best.Plain.Contains(words, StringComparison.Ordinal)
            ? new ClaimVerdict(ClaimSupport.Verbatim, range, 1, [])
            : new ClaimVerdict(
                ClaimSupport.None,
                range,
                coverage,
                [new ClaimObjection("coverage", ClaimSupport.Normal, "")]
            );
    }
}
