using SummitBot.Core.Groundedness.Alignment;
using SummitBot.Core.Groundedness.Tokens;

namespace SummitBot.Core.Groundedness.Checks;

/// <summary>
/// The source says that something may be, is planned or expected, and the claim says that it is so.
/// </summary>
internal sealed class ModalDroppedCheck() : ClaimCheck("modalDropped", ClaimSupport.Normal)
{
    public override string? Objection(Comparison comparison)
    {
        return
            !comparison.ClaimHas(WordClasses.IsModal)
            && comparison.SpanHas(t =>
                WordClasses.IsModal(t) && t.Lower is not ("want" or "must" or "thought" or "seem" or "try")
            )
            ? comparison.Claim.Text
            : null;
    }
}
