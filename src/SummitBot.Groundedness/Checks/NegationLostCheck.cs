using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Tokens;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// The window denies within the span that the claim repeats, however far from the words that it repeats.
/// </summary>
internal sealed class NegationLostCheck() : ClaimCheck("negationLost", ClaimSupport.Strict)
{
    public override string? FindFailure(ClaimAlignment alignment) =>
        !alignment.NewWords.Any(WordClasses.Denies) && alignment.SpanHasUnmatched(WordClasses.IsNegation)
            ? alignment.Claim.Text
            : null;
}
