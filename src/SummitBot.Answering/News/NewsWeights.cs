using SummitBot.Answering.Sentences;

namespace SummitBot.Answering.News;

/// <summary>
/// Weights of the time features, on the scale of <see cref="Sentences.SentenceWeights"/> and <see
/// cref="Confidence.ConfidenceModel"/>. They are set by hand, not fitted: there are too few dated questions about dated
/// articles.
/// </summary>
internal static class NewsWeights
{
    public const double Inside = 1;
    public const double Outside = -2;
    public const double Recency = 2.5;

    /// <summary>Added to the log odds of the answer when it is about another time.</summary>
    private const double OutsideLogOdds = -1;

    public static double Score(in NewsFeatures features) =>
        (Recency * features.Recency)
        + features.Fit switch
        {
            PeriodFit.Inside or PeriodFit.InsideByPublication => Inside,
            PeriodFit.Outside => Outside,
            _ => 0,
        };

    /// <param name="probability">The probability that the sentence answers the question, ignoring time; 0 to 1.</param>
    public static double Confidence(double probability, PeriodFit fit)
    {
        double odds = Math.Exp(OutsideLogOdds);
        return fit == PeriodFit.Outside ? probability * odds / (1 - probability + (probability * odds)) : probability;
    }
}
