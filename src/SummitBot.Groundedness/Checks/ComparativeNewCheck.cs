using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// The claim compares (<c>more</c>, <c>larger</c>, <c>first</c>) and the window does not so.
/// </summary>
internal sealed class ComparativeNewCheck() : ClaimCheck("comparativeNew", ClaimSupport.Strict)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        for (int i = 0; i < alignment.Words.Count; i++)
        {
            if (OppositePairs.GetOpposites(alignment.Words[i].Lower).Any() && alignment.InWindow(i) == 0)
            {
                return alignment.Words[i].Text;
            }
        }

        return null;
    }
}
