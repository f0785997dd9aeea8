using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A word of the passage, but not of the window, stands where the source has another.
/// </summary>
internal sealed class WordFromElsewhereCheck()
    : ClaimCheck("wordFromElsewhere", ClaimSupport.Strict, isForEveryLanguage: true)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        foreach (Slot slot in alignment.Slots)
        {
            foreach (int i in alignment.GetContent(slot))
            {
                if (
                    slot.IsTight
                    && alignment.InWindow(i) == 0
                    && alignment.InPassage(i) > 0
                    && alignment.GetSourceContent(slot).Any()
                )
                {
                    return alignment.Words[i].Text;
                }
            }
        }

        return null;
    }
}
