using SummitBot.Core.Groundedness.Alignment;
using SummitBot.Core.Groundedness.Tokens;

namespace SummitBot.Core.Groundedness.Checks;

/// <summary>
/// The window denies within the span that the claim repeats, however far from the words that it repeats.
/// </summary>
internal sealed class NegationLostCheck() : ClaimCheck("negationLost", ClaimSupport.Strict)
{
    public override string? Objection(Comparison comparison) =>
        !comparison.NewWords.Any(WordClasses.Denies) && comparison.SpanHasUnmatched(WordClasses.IsNegation)
            ? comparison.Claim.Text
            : null;
}
