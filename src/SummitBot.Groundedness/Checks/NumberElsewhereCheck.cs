using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A number of the claim is in the passage, but not where the rest of the claim is.
/// </summary>
internal sealed class NumberElsewhereCheck()
    : ClaimCheck("numberElsewhere", ClaimSupport.Normal, isForEveryLanguage: true)
{
    public override string? Objection(Comparison comparison)
    {
        for (int i = 0; i < comparison.Words.Count; i++)
        {
            bool isElsewhere = comparison.InWindow(i) == 0 && comparison.InPassage(i) > 0;
            if (comparison.Words[i].IsNumber && isElsewhere && !comparison.IsInTitle(i))
            {
                return comparison.Words[i].Text;
            }
        }

        return null;
    }
}
