using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>A word that is in the passage but not in the window replaces a word of the source.</summary>
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
