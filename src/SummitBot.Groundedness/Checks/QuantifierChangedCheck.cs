using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Tokens;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// Where the source has one quantifier (<c>all</c>, <c>some</c>, <c>never</c>), the claim has another.
/// </summary>
internal sealed class QuantifierChangedCheck() : ClaimCheck("quantifierChanged", ClaimSupport.Normal)
{
    public override string? Objection(Comparison comparison)
    {
        foreach (Slot slot in comparison.Slots)
        {
            if (
                comparison.Find(slot, WordClasses.IsQuantifier) is { } claimed
                && slot.IsTight
                && comparison.FindInSource(slot, WordClasses.IsQuantifier) is { } written
                && !string.Equals(claimed.Lower, written.Lower, StringComparison.Ordinal)
            )
            {
                return claimed.Text;
            }
        }

        return null;
    }
}
