using SummitBot.Core.Groundedness.Alignment;

namespace SummitBot.Core.Groundedness.Checks;

/// <summary>
/// The window holds less than six tenths of the weight of the claim's words.
/// </summary>
internal sealed class CoverageCheck() : ClaimCheck("coverage", ClaimSupport.Normal, isForEveryLanguage: true)
{
    private const double Least = 0.6;

    public override string? Objection(Comparison comparison)
    {
        return comparison.Window.Coverage < Least ? comparison.UnmatchedWords : null;
    }
}
