using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Tokens;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// The claim has a quantifier that the window does not have.
/// </summary>
internal sealed class QuantifierNewCheck() : ClaimCheck("quantifierNew", ClaimSupport.Strict)
{
    public override string? Objection(Comparison comparison)
    {
        for (int i = 0; i < comparison.Words.Count; i++)
        {
            Token token = comparison.Words[i];
            if (
                WordClasses.IsQuantifier(token)
                && token.Lower is not ("both" or "no" or "any" or "single")
                && comparison.PlaceInWindow(token.Lemma) < 0
                && comparison.InWindow(i) == 0
            )
            {
                return token.Text;
            }
        }

        return null;
    }
}
