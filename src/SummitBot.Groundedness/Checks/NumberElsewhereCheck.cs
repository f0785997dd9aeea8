using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A number of the claim is in the passage, but not where the rest of the claim is.
/// </summary>
internal sealed class NumberElsewhereCheck()
    : ClaimCheck("numberElsewhere", ClaimSupport.Normal, isForEveryLanguage: true)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        for (int i = 0; i < alignment.Words.Count; i++)
        {
            bool isElsewhere = alignment.InWindow(i) == 0 && alignment.InPassage(i) > 0;
            if (alignment.Words[i].IsNumber && isElsewhere && !alignment.IsInTitle(i))
            {
                return alignment.Words[i].Text;
            }
        }

        return null;
    }
}
