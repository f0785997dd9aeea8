using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A claim that otherwise repeats the source has a word of its own where the source has another.
/// </summary>
internal sealed class SlotWordCheck() : ClaimCheck("slotWord", ClaimSupport.Strict)
{
    public override string? Objection(Comparison comparison)
    {
        if (comparison.Alignment.LongestRun <= 0.4)
        {
            return null;
        }

        foreach (Slot slot in comparison.Slots)
        {
            foreach (int i in comparison.ContentOf(slot))
            {
                if (comparison.InWindow(i) == 0 && !comparison.IsInTitle(i) && comparison.SourceContentOf(slot).Any())
                {
                    return comparison.Words[i].Text;
                }
            }
        }

        return null;
    }
}
