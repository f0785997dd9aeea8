using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>A number of the claim is aligned with another number in the source.</summary>
internal sealed class NumberSwappedCheck() : ClaimCheck("numberSwapped", ClaimSupport.Normal, isForEveryLanguage: true)
{
    public override bool LooksAtPlaces => true;

    public override string? FindFailure(ClaimAlignment alignment)
    {
        foreach (Slot slot in alignment.Slots)
        {
            if (
                alignment.Find(slot, t => t.IsNumber) is { } claimed
                && slot.IsTight
                && alignment.FindInSource(slot, t => t.IsNumber) is { } written
                && !Numbers.AreEqual(claimed.Value!.Value, written.Value!.Value)
            )
            {
                return claimed.Text;
            }
        }

        return null;
    }
}
