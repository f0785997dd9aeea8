using SummitBot.Language.Dates;

namespace SummitBot.Language.Recognition;

/// <summary>Tells exact numbers from rough ones.</summary>
public static class ApproximateNumbers
{
    /// <summary>True for a word that makes the number behind it rough or one of several: <c>about</c>, <c>another</c>.</summary>
    public static bool IsApproximate(string wordBefore, string language) =>
        DateWords.For(language).Rough.Contains(wordBefore);
}
