using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// The window has a negation inside the span that the claim repeats, at any distance from the repeated words.
/// </summary>
internal sealed class NegationLostCheck() : ClaimCheck("negationLost", ClaimSupport.Strict)
{
    public override string? FindFailure(ClaimAlignment alignment) =>
        !alignment.NewWords.Any(WordClasses.Denies) && alignment.SpanHasUnmatched(WordClasses.IsNegation)
            ? alignment.Claim.Text
            : null;
}
