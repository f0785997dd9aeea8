using SummitBot.Groundedness.Checks;
using SummitBot.Language.Sentences;

namespace SummitBot.Groundedness;

/// <summary>What a check of a claim against one passage found.</summary>
/// <param name="Support">The greatest strength that it passes.</param>
/// <param name="Range">The best window, one to three sentences, in the article's plain text; null when nothing aligns.</param>
/// <param name="Coverage">Weighted share of the claim's words that the window holds, 0 to 1.</param>
/// <param name="FailedChecks">The checks that refuse it, the first at normal strength first; empty when strict passes.</param>
public sealed record ClaimVerdict(
    ClaimSupport Support,
    TextRange? Range,
    double Coverage,
    IReadOnlyList<FailedCheck> FailedChecks
);
