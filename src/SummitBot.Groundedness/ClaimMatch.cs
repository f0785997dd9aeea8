using SummitBot.Groundedness.Checks;
using SummitBot.Groundedness.Sources;
using SummitBot.Language.Sentences;

namespace SummitBot.Groundedness;

/// <summary>The result of checking a claim against several passages.</summary>
/// <param name="Support">The strength that all its parts pass.</param>
/// <param name="Parts">The windows that support it, or are nearest to it, clause by clause; empty when none is
/// near.</param>
/// <param name="FailedChecks">The checks that refuse it, clause by clause.</param>
public sealed record ClaimMatch(
    ClaimSupport Support,
    IReadOnlyList<MatchedPart> Parts,
    IReadOnlyList<FailedCheck> FailedChecks
)
{
    internal static readonly ClaimMatch None = new(ClaimSupport.None, [], []);

    /// <summary>True when it may be shown.</summary>
    public bool Passes => Support >= ClaimSupport.Normal && Parts.Count > 0;
}

/// <summary>The window of a passage that a claim, or one of its clauses, was compared with.</summary>
/// <param name="Range">In the article's plain text, inside the passage.</param>
/// <param name="Coverage">Weighted share of the claim's words that the window has, 0 to 1.</param>
public sealed record MatchedPart(SourceText Source, TextRange Range, double Coverage);
