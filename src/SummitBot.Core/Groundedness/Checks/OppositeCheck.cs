using SummitBot.Core.Groundedness.Alignment;
using SummitBot.Core.Groundedness.Tokens;
using SummitBot.Core.Groundedness.Words;

namespace SummitBot.Core.Groundedness.Checks;

/// <summary>
/// A word of the claim is the opposite of one of the window, is not itself there, and nothing near either denies.
/// </summary>
internal sealed class OppositeCheck() : ClaimCheck("opposite", ClaimSupport.Normal)
{
    public override string? Objection(Comparison comparison)
    {
        for (int i = 0; i < comparison.Words.Count; i++)
        {
            Token word = comparison.Words[i];
            if (
                word.IsName
                || word.IsNumber
                || comparison.PlaceInWindow(word.Lemma) >= 0
                || comparison.Alignment.StrengthOf(i) > 0.9
            )
            {
                continue;
            }

            IEnumerable<string> opposites = WordTables
                .English.OppositesOf(word.Lemma)
                .Concat(OppositePairs.Of(word.Lower))
                .Concat(OppositePairs.Of(word.Lemma));
            foreach (string opposite in opposites)
            {
                int place = comparison.PlaceInWindow(opposite);
                if (place >= 0 && !IsExplained(comparison, place) && !IsDenied(comparison, i, place))
                {
                    return word.Text;
                }
            }
        }

        return null;
    }

    /// <summary>The claim has the opposite, too: then it speaks of both.</summary>
    private static bool IsExplained(Comparison comparison, int place) =>
        comparison.Words.Any(w =>
            string.Equals(w.Lemma, comparison.SourceWords[place].Lemma, StringComparison.Ordinal)
        );

    private static bool IsDenied(Comparison comparison, int word, int place)
    {
        const int near = 3;
        return comparison.Words.Skip(Math.Max(0, word - near)).Take(near + 1).Any(WordClasses.Denies)
            || comparison.WindowHas(WordClasses.Denies, place - near, place + 1);
    }
}
