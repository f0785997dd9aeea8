using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Checks;

/// <summary>The claim has a quantifier that the window lacks.</summary>
internal sealed class QuantifierNewCheck() : ClaimCheck("quantifierNew", ClaimSupport.Strict)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        for (int i = 0; i < alignment.Words.Count; i++)
        {
            AnnotatedWord token = alignment.Words[i];
            if (
                WordClasses.IsQuantifier(token)
                && token.Lower is not ("both" or "no" or "any" or "single")
                && alignment.PlaceInWindow(token.Lemma) < 0
                && alignment.InWindow(i) == 0
            )
            {
                return token.Text;
            }
        }

        return null;
    }
}
