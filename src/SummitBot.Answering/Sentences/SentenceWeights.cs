namespace SummitBot.Answering.Sentences;

/// <summary>
/// What each feature of a sentence is worth: ten constants, rounded from a conditional logit over SQuAD 2.0 and XQuAD
/// development questions; round numbers did as well there on articles not seen as the fitted ones.
/// </summary>
internal static class SentenceWeights
{
    public const double Coverage = 3;
    public const double PrefixCoverage = 3;
    public const double ExactCoverage = 3;
    public const double PassageScore = 3;
    public const double PassageRank = -0.2;
    public const double PreviousCoverage = 4.5;
    public const double NextCoverage = 2.5;
    public const double TitleCoverage = 3;
    public const double TypeHit = 1;
    public const double TypeFit = 2;

    public const double PassageCoverage = 2.2;
    public const double ActionCoverage = 2.2;
    public const double PassageNamesMissing = -1;
    public const double PassageNumbersMissing = -2.2;

    public static double Score(in SentenceFeatures features) =>
        (Coverage * features.Coverage)
        + (PrefixCoverage * features.PrefixCoverage)
        + (ExactCoverage * features.ExactCoverage)
        + (PassageScore * features.PassageScore)
        + (PassageRank * features.PassageRank)
        + (PreviousCoverage * features.PreviousCoverage)
        + (NextCoverage * features.NextCoverage)
        + (TitleCoverage * features.TitleCoverage)
        + (TypeHit * features.TypeHit)
        + (TypeFit * features.TypeFit)
        + (PassageCoverage * features.PassageCoverage)
        + (ActionCoverage * features.ActionCoverage)
        + (PassageNamesMissing * features.PassageNamesMissing)
        + (PassageNumbersMissing * features.PassageNumbersMissing);
}
