using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A claim that otherwise repeats the source has a word of its own where the source has another.
/// </summary>
internal sealed class SlotWordCheck() : ClaimCheck("slotWord", ClaimSupport.Strict)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        if (alignment.Alignment.LongestRun <= 0.4)
        {
            return null;
        }

        foreach (Slot slot in alignment.Slots)
        {
            foreach (int i in alignment.GetContent(slot))
            {
                if (alignment.InWindow(i) == 0 && !alignment.IsInTitle(i) && alignment.GetSourceContent(slot).Any())
                {
                    return alignment.Words[i].Text;
                }
            }
        }

        return null;
    }
}
