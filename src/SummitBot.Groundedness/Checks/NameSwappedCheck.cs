using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Tokens;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A name of the claim stands where the source has another name.
/// </summary>
internal sealed class NameSwappedCheck() : ClaimCheck("nameSwapped", ClaimSupport.Normal, isForEveryLanguage: true)
{
    public override bool LooksAtPlaces => true;

    public override string? Objection(Comparison comparison)
    {
        foreach (Slot slot in comparison.Slots)
        {
            if (slot.IsTight && NameIn(comparison, slot) is { } claimed && HasOtherName(comparison, slot, claimed))
            {
                return claimed.Text;
            }
        }

        return null;
    }

    private static Token? NameIn(Comparison comparison, Slot slot) => comparison.Find(slot, t => t.IsName);

    private static bool HasOtherName(Comparison comparison, Slot slot, Token claimed)
    {
        bool hasName = false;
        for (int i = slot.SourceStart; i < slot.SourceEnd; i++)
        {
            Token token = comparison.SourceWords[i];
            hasName |= token.IsName;
            if (string.Equals(token.Lemma, claimed.Lemma, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return hasName;
    }
}
