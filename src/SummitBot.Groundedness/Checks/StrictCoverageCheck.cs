using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// The window holds less than three quarters of the weight of the claim's words.
/// </summary>
internal sealed class StrictCoverageCheck()
    : ClaimCheck("strictCoverage", ClaimSupport.Strict, isForEveryLanguage: true)
{
    private const double Least = 0.75;

    public override string? Objection(Comparison comparison)
    {
        return comparison.Window.Coverage < Least ? comparison.UnmatchedWords : null;
    }
}
