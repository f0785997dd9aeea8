using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// The window holds less than three quarters of the weight of the claim's words.
/// </summary>
internal sealed class StrictCoverageCheck()
    : ClaimCheck("strictCoverage", ClaimSupport.Strict, isForEveryLanguage: true)
{
    private const double MinCoverage = 0.75;

    public override string? FindFailure(ClaimAlignment alignment)
    {
        return alignment.Window.Coverage < MinCoverage ? alignment.UnmatchedWords : null;
    }
}
