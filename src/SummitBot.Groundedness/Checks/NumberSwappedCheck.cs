using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A number of the claim stands where the source has another number.
/// </summary>
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
