using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// One or two words replace one or two words of the source, next to identical words, and nothing in the window matches
/// them. Words that nearly any sentence could have do not count.
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
