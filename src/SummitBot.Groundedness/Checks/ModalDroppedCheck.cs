using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Checks;

/// <summary>The source says that something may be, is planned or expected, and the claim states it as a fact.</summary>
internal sealed class ModalDroppedCheck() : ClaimCheck("modalDropped", ClaimSupport.Normal)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        const int longest = 3;
        if (alignment.NewWords.Any(WordClasses.IsModal))
        {
            return null;
        }

        foreach (Slot slot in alignment.InnerSlots)
        {
            if (slot.SourceLength <= longest && alignment.FindInSource(slot, IsUnsettling) is not null)
            {
                return alignment.WordsAround(slot);
            }
        }

        return null;
    }

    private static bool IsUnsettling(AnnotatedWord token) =>
        WordClasses.IsModal(token)
        && token.Lower is not ("want" or "must" or "thought" or "seem" or "try" or "would" or "can" or "should");
}
