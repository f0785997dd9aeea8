using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A word of the passage, but not of the window, stands where the source has another.
/// </summary>
internal sealed class WordFromElsewhereCheck()
    : ClaimCheck("wordFromElsewhere", ClaimSupport.Strict, isForEveryLanguage: true)
{
    public override string? Objection(Comparison comparison)
    {
        foreach (Slot slot in comparison.Slots)
        {
            foreach (int i in comparison.ContentOf(slot))
            {
                if (
                    slot.IsTight
                    && comparison.InWindow(i) == 0
                    && comparison.InPassage(i) > 0
                    && comparison.SourceContentOf(slot).Any()
                )
                {
                    return comparison.Words[i].Text;
                }
            }
        }

        return null;
    }
}
