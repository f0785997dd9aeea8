using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A claim has a word of its own where the source has nothing.
/// </summary>
internal sealed class WordInsertedCheck() : ClaimCheck("wordInserted", ClaimSupport.Strict)
{
    public override string? Objection(Comparison comparison)
    {
        foreach (Slot slot in comparison.InnerSlots)
        {
            foreach (int i in comparison.ContentOf(slot))
            {
                if (comparison.InPassage(i) == 0 && !comparison.IsInTitle(i) && !comparison.SourceContentOf(slot).Any())
                {
                    return comparison.Words[i].Text;
                }
            }
        }

        return null;
    }
}
