using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// The window holds too little of the weight of the claim's words: less than 0.55 of it, or than 0.6 in a language
/// in which <see cref="NounNowhereCheck"/> cannot help.
/// </summary>
internal sealed class CoverageCheck() : ClaimCheck("coverage", ClaimSupport.Normal, isForEveryLanguage: true)
{
    private const double MinCoverage = 0.55;
    private const double MinWithoutDictionary = 0.6;

    public override string? FindFailure(ClaimAlignment alignment)
    {
        double min = alignment.Source.IsEnglish ? MinCoverage : MinWithoutDictionary;
        return alignment.Window.Coverage < min ? alignment.UnmatchedWords : null;
    }
}
