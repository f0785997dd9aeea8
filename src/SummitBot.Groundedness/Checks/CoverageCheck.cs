using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// The window holds too little of the weight of the claim's words: less than 0.55 of it, or than 0.6 in a language
/// in which <see cref="NounNowhereCheck"/> cannot help.
/// </summary>
internal sealed class CoverageCheck() : ClaimCheck("coverage", ClaimSupport.Normal, isForEveryLanguage: true)
{
    private const double Least = 0.55;
    private const double LeastWithoutDictionary = 0.6;

    public override string? Objection(Comparison comparison)
    {
        double least = comparison.Source.IsEnglish ? Least : LeastWithoutDictionary;
        return comparison.Window.Coverage < least ? comparison.UnmatchedWords : null;
    }
}
