namespace SummitBot.Answering.Confidence;

/// <summary>
/// How likely the chosen sentence answers the question: a logistic regression (L2 .003) fitted to SQuAD 2.0 development
/// questions, answerable and not, and to XQuAD questions with and without their article in the corpus.
/// </summary>
internal static class ConfidenceModel
{
    public const double Bias = -2.905;
    public const double Coverage = 3.23;
    public const double NegationMissing = -3.69;
    public const double NamesMissing = -0.83;
    public const double QuestionTerms = 0.238;
    public const double HeaviestMissing = -0.160;
    public const double ModifiersMissing = -0.465;
    public const double NumbersMissing = -0.866;

    /// <summary>A probability, 0 to 1.</summary>
    public static double Probability(in ConfidenceFeatures features)
    {
        double logit =
            Bias
            + (Coverage * features.Coverage)
            + (NegationMissing * features.NegationMissing)
            + (NamesMissing * features.NamesMissing)
            + (QuestionTerms * features.QuestionTerms)
            + (HeaviestMissing * features.HeaviestMissing)
            + (ModifiersMissing * features.ModifiersMissing)
            + (NumbersMissing * features.NumbersMissing);
        return 1 / (1 + Math.Exp(-logit));
    }
}
