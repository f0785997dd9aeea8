using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Tokens;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// The source says it is alleged, suspected or reported, and the claim does not.
/// </summary>
internal sealed class HedgeDroppedCheck() : ClaimCheck("hedgeDropped", ClaimSupport.Normal)
{
    public override string? Objection(Comparison comparison)
    {
        bool isHedged(Token token) =>
            WordClasses.IsHedge(token) || WordClasses.IsModal(token) || WordClasses.IsSpeech(token);
        return !comparison.NewWords.Any(isHedged) && comparison.SpanHasUnmatched(WordClasses.IsHedge)
            ? comparison.Claim.Text
            : null;
    }
}
