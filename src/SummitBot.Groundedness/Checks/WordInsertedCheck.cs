using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A claim has a word of its own where the source has nothing.
/// </summary>
internal sealed class WordInsertedCheck() : ClaimCheck("wordInserted", ClaimSupport.Strict)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        foreach (Slot slot in alignment.InnerSlots)
        {
            foreach (int i in alignment.GetContent(slot))
            {
                if (alignment.InPassage(i) == 0 && !alignment.IsInTitle(i) && !alignment.GetSourceContent(slot).Any())
                {
                    return alignment.Words[i].Text;
                }
            }
        }

        return null;
    }
}
