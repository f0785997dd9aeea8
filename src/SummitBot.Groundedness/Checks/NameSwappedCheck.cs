using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Checks;

/// <summary>A name of the claim is aligned with another name in the source.</summary>
internal sealed class NameSwappedCheck() : ClaimCheck("nameSwapped", ClaimSupport.Normal, isForEveryLanguage: true)
{
    public override bool LooksAtPlaces => true;

    public override string? FindFailure(ClaimAlignment alignment)
    {
        foreach (Slot slot in alignment.Slots)
        {
            if (slot.IsTight && NameIn(alignment, slot) is { } claimed && HasOtherName(alignment, slot, claimed))
            {
                return claimed.Text;
            }
        }

        return null;
    }

    private static AnnotatedWord? NameIn(ClaimAlignment alignment, Slot slot) => alignment.Find(slot, t => t.IsName);

    private static bool HasOtherName(ClaimAlignment alignment, Slot slot, AnnotatedWord claimed)
    {
        bool hasName = false;
        for (int i = slot.SourceStart; i < slot.SourceEnd; i++)
        {
            AnnotatedWord token = alignment.SourceWords[i];
            hasName |= token.IsName;
            if (string.Equals(token.Lemma, claimed.Lemma, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return hasName;
    }
}
