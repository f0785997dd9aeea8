using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Checks;

/// <summary>The source says that something is alleged, suspected or reported, and the claim does not.</summary>
internal sealed class HedgeDroppedCheck() : ClaimCheck("hedgeDropped", ClaimSupport.Normal)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        bool isHedged(AnnotatedWord token) =>
            WordClasses.IsHedge(token) || WordClasses.IsModal(token) || WordClasses.IsSpeech(token);
        return !alignment.NewWords.Any(isHedged) && alignment.SpanHasUnmatched(WordClasses.IsHedge)
            ? alignment.Claim.Text
            : null;
    }
}
