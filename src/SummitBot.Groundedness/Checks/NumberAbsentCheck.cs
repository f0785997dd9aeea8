using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Tokens;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A number of the claim is nowhere in the passage. Two to five in words are let through: they often count what
/// the passage lists.
/// </summary>
internal sealed class NumberAbsentCheck() : ClaimCheck("numberAbsent", ClaimSupport.Normal, isForEveryLanguage: true)
{
    public override string? Objection(Comparison comparison)
    {
        for (int i = 0; i < comparison.Words.Count; i++)
        {
            Token token = comparison.Words[i];
            if (token.IsNumber && !token.IsSmallCount && comparison.InPassage(i) == 0 && !comparison.IsInTitle(i))
            {
                return token.Text;
            }
        }

        return null;
    }
}
