using SummitBot.Groundedness.Checks;

namespace SummitBot.Groundedness;

/// <summary>What the check of a claim against several passages found.</summary>
/// <param name="Support">The strength that all its parts pass.</param>
/// <param name="Parts">The windows that bear it out, or come nearest to it, clause by clause; empty when none is near.</param>
/// <param name="FailedChecks">The checks that refuse it, clause by clause.</param>
public sealed record ClaimMatch(
    ClaimSupport Support,
    IReadOnlyList<MatchedPart> Parts,
    IReadOnlyList<FailedCheck> FailedChecks
)
{
    internal static readonly ClaimMatch None = new(ClaimSupport.None, [], []);

    /// <summary>It may be shown.</summary>
    public bool Passes => Support >= ClaimSupport.Normal && Parts.Count > 0;
}
