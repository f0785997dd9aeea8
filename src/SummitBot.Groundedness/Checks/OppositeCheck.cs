using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Recognition;
using SummitBot.Language.Words;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A word of the claim is the opposite of one in the window, does not occur there itself, and neither is negated.
/// </summary>
internal sealed class OppositeCheck() : ClaimCheck("opposite", ClaimSupport.Normal)
{
    public override bool LooksAtPlaces => true;

    public override string? FindFailure(ClaimAlignment alignment) => InSlot(alignment) ?? InWindow(alignment);

    /// <summary>The opposite is at the position aligned with the word.</summary>
    private static string? InSlot(ClaimAlignment alignment)
    {
        foreach (Slot slot in alignment.Slots.Where(s => s.IsTight))
        {
            foreach (int i in Enumerable.Range(slot.ClaimStart, slot.ClaimLength))
            {
                AnnotatedWord word = alignment.Words[i];
                string[] opposites = [.. FindOpposites(word)];
                if (
                    !word.IsName
                    && !word.IsNumber
                    && alignment.FindInSource(slot, t => opposites.Contains(t.Lemma) || opposites.Contains(t.Lower))
                        is not null
                    && !alignment.Words.Skip(slot.ClaimStart).Take(slot.ClaimLength).Any(WordClasses.Denies)
                    && alignment.FindInSource(slot, WordClasses.Denies) is null
                )
                {
                    return word.Text;
                }
            }
        }

        return null;
    }

    private static IEnumerable<string> FindOpposites(AnnotatedWord word) =>
        WordTables
            .English.GetOpposites(word.Lemma)
            .Concat(OppositePairs.GetOpposites(word.Lower))
            .Concat(OppositePairs.GetOpposites(word.Lemma));

    private static string? InWindow(ClaimAlignment alignment)
    {
        for (int i = 0; i < alignment.Words.Count; i++)
        {
            AnnotatedWord word = alignment.Words[i];
            if (
                word.IsName
                || word.IsNumber
                || alignment.PlaceInWindow(word.Lemma) >= 0
                || alignment.Alignment.GetStrength(i) > 0.9
            )
            {
                continue;
            }

            foreach (string opposite in FindOpposites(word))
            {
                int place = alignment.PlaceInWindow(opposite);
                if (place >= 0 && !IsExplained(alignment, place) && !IsDenied(alignment, i, place))
                {
                    return word.Text;
                }
            }
        }

        return null;
    }

    /// <summary>True when the claim also has the opposite, and so is about both.</summary>
    private static bool IsExplained(ClaimAlignment alignment, int place) =>
        alignment.Words.Any(w => string.Equals(w.Lemma, alignment.SourceWords[place].Lemma, StringComparison.Ordinal));

    private static bool IsDenied(ClaimAlignment alignment, int word, int place)
    {
        const int near = 3;
        return alignment.Words.Skip(Math.Max(0, word - near)).Take(near + 1).Any(WordClasses.Denies)
            || alignment.WindowHas(WordClasses.Denies, place - near, place + 1);
    }
}
