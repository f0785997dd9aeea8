using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Tokens;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// One or two words stand where the source has one or two others, beside words that are exactly the same, and
/// nothing in the window explains them. Words that nearly any sentence could have do not count.
/// </summary>
internal sealed class WordSubstitutedCheck() : ClaimCheck("wordSubstituted", ClaimSupport.Normal)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        foreach (Slot slot in alignment.Slots)
        {
            int[] claimed = [.. alignment.GetContent(slot)];
            int written = alignment.GetSourceContent(slot).Count();
            bool isShort = claimed.Length is 1 or 2 && written is 1 or 2;
            if (
                isShort
                && slot.IsTight
                && !IsHedgeForHedge(alignment, slot)
                && alignment.IsBesideSameWords(slot)
                && Array.TrueForAll(claimed, i => alignment.InWindow(i) == 0 && !alignment.IsInTitle(i))
                && Array.Exists(claimed, i => alignment.Words[i].Weight >= 1)
            )
            {
                return alignment.GetWords(slot);
            }
        }

        return null;
    }

    private static bool IsHedgeForHedge(ClaimAlignment alignment, Slot slot) =>
        alignment.Find(slot, WordClasses.IsHedge) is not null
        && alignment.FindInSource(slot, WordClasses.IsHedge) is not null;
}
