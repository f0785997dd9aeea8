using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// The claim compares (<c>more</c>, <c>larger</c>, <c>first</c>) and the window does not so.
/// </summary>
internal sealed class ComparativeNewCheck() : ClaimCheck("comparativeNew", ClaimSupport.Strict)
{
    public override string? Objection(Comparison comparison)
    {
        for (int i = 0; i < comparison.Words.Count; i++)
        {
            if (OppositePairs.Of(comparison.Words[i].Lower).Any() && comparison.InWindow(i) == 0)
            {
                return comparison.Words[i].Text;
            }
        }

        return null;
    }
}
