using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Tokens;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// One or two words stand where the source has one or two others, beside words that are exactly the same, and
/// nothing in the window explains them. Words that nearly any sentence could have do not count.
/// </summary>
internal sealed class WordSubstitutedCheck() : ClaimCheck("wordSubstituted", ClaimSupport.Normal)
{
    public override string? Objection(Comparison comparison)
    {
        foreach (Slot slot in comparison.Slots)
        {
            int[] claimed = [.. comparison.ContentOf(slot)];
            int written = comparison.SourceContentOf(slot).Count();
            bool isShort = claimed.Length is 1 or 2 && written is 1 or 2;
            if (
                isShort
                && slot.IsTight
                && !IsHedgeForHedge(comparison, slot)
                && comparison.IsBesideSameWords(slot)
                && Array.TrueForAll(claimed, i => comparison.InWindow(i) == 0 && !comparison.IsInTitle(i))
                && Array.Exists(claimed, i => comparison.Words[i].Weight >= 1)
            )
            {
                return comparison.WordsOf(slot);
            }
        }

        return null;
    }

    private static bool IsHedgeForHedge(Comparison comparison, Slot slot) =>
        comparison.Find(slot, WordClasses.IsHedge) is not null
        && comparison.FindInSource(slot, WordClasses.IsHedge) is not null;
}
