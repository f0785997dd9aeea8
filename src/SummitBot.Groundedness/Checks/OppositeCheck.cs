using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Tokens;
using SummitBot.Language.Words;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A word of the claim is the opposite of one of the window, is not itself there, and nothing near either denies.
/// </summary>
internal sealed class OppositeCheck() : ClaimCheck("opposite", ClaimSupport.Normal)
{
    public override bool LooksAtPlaces => true;

    public override string? Objection(Comparison comparison) => InSlot(comparison) ?? InWindow(comparison);

    /// <summary>The opposite stands in the very place of the word.</summary>
    private static string? InSlot(Comparison comparison)
    {
        foreach (Slot slot in comparison.Slots.Where(s => s.IsTight))
        {
            foreach (int i in Enumerable.Range(slot.ClaimStart, slot.ClaimLength))
            {
                Token word = comparison.Words[i];
                string[] opposites = [.. OppositesOf(word)];
                if (
                    !word.IsName
                    && !word.IsNumber
                    && comparison.FindInSource(slot, t => opposites.Contains(t.Lemma) || opposites.Contains(t.Lower))
                        is not null
                    && !comparison.Words.Skip(slot.ClaimStart).Take(slot.ClaimLength).Any(WordClasses.Denies)
                    && comparison.FindInSource(slot, WordClasses.Denies) is null
                )
                {
                    return word.Text;
                }
            }
        }

        return null;
    }

    private static IEnumerable<string> OppositesOf(Token word) =>
        WordTables
            .English.OppositesOf(word.Lemma)
            .Concat(OppositePairs.Of(word.Lower))
            .Concat(OppositePairs.Of(word.Lemma));

    private static string? InWindow(Comparison comparison)
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

            foreach (string opposite in OppositesOf(word))
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
