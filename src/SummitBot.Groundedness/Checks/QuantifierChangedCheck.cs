using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// The claim has another quantifier (<c>all</c>, <c>some</c>, <c>never</c>) than the source at the same position.
/// </summary>
internal sealed class QuantifierChangedCheck() : ClaimCheck("quantifierChanged", ClaimSupport.Normal)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        foreach (Slot slot in alignment.Slots)
        {
            if (
                alignment.Find(slot, WordClasses.IsQuantifier) is { } claimed
                && slot.IsTight
                && alignment.FindInSource(slot, WordClasses.IsQuantifier) is { } written
                && !string.Equals(claimed.Lower, written.Lower, StringComparison.Ordinal)
            )
            {
                return claimed.Text;
            }
        }

        return null;
    }
}
