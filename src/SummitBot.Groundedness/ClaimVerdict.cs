using SummitBot.Groundedness.Checks;
using SummitBot.Language.Sentences;

namespace SummitBot.Groundedness;

/// <summary>The result of checking a claim against one passage.</summary>
/// <param name="Support">The highest strength that it passes.</param>
/// <param name="Range">The best window, one to three sentences, in the article's plain text; null when nothing
/// aligns.</param>
/// <param name="Coverage">Weighted share of the claim's words that the window has, 0 to 1.</param>
/// <param name="FailedChecks">The checks that refuse it, those of normal strength first; empty when strict
/// passes.</param>
public sealed record ClaimVerdict(
    ClaimSupport Support,
    TextRange? Range,
    double Coverage,
    IReadOnlyList<FailedCheck> FailedChecks
);

/// <summary>Why a check refuses a claim.</summary>
/// <param name="Code">The check's name in lower camel case, for the log and for <c>--explain</c>:
/// <c>numberAbsent</c>.</param>
/// <param name="Strength">The lowest strength at which it refuses: <see cref="ClaimSupport.Normal"/> or <see
/// cref="ClaimSupport.Strict"/>.</param>
/// <param name="Claimed">The words of the claim that fail; empty when there are none in particular.</param>
public sealed record FailedCheck(string Code, ClaimSupport Strength, string Claimed);
