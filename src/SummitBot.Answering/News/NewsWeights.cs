using SummitBot.Answering.Sentences;

namespace SummitBot.Answering.News;

/// <summary>
/// What the features of time are worth beside those of <see cref="Sentences.SentenceWeights"/> and
/// <see cref="Confidence.ConfidenceModel"/>. Set by judgement, not fitted: there are too few dated questions over dated
/// articles to fit them to.
/// </summary>
internal static class NewsWeights
{
    public const double Inside = 1;
    public const double Outside = -2;
    public const double Recency = 2.5;

    /// <summary>Added to the log odds of the answer when it speaks of another time.</summary>
    private const double OutsideLogOdds = -1;

    public static double Score(in NewsFeatures features) =>
        (Recency * features.Recency)
        + features.Fit switch
        {
            PeriodFit.Inside or PeriodFit.InsideByPublication => Inside,
            PeriodFit.Outside => Outside,
            _ => 0,
        };

    /// <param name="probability">How likely the sentence answers the question, its time left aside; 0 to 1.</param>
    public static double Confidence(double probability, PeriodFit fit)
    {
        double odds = Math.Exp(OutsideLogOdds);
        return fit == PeriodFit.Outside ? probability * odds / (1 - probability + (probability * odds)) : probability;
    }
}
