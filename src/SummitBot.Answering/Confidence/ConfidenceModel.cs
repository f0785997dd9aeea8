namespace SummitBot.Answering.Confidence;

/// <summary>
/// The probability that the chosen sentence answers the question, by logistic regression. With the reader, <c>summitbot
/// eval --fit</c> fitted it to reworded questions that the reader was not trained on; then the coverage was raised by hand, for plainly worded questions
/// about a few articles, and the bias lowered until it is about as well calibrated on other news articles and on SQuAD 2.0.
/// Without the reader it was fitted to SQuAD 2.0 and XQuAD; the bias for languages other than English was fitted to
/// Spanish questions with and without their article in the corpus.
/// </summary>
/// <param name="isRead">The weights for sentences that the reader has read.</param>
/// <param name="isEnglish">The bias for questions in English; another for all others, which the reader does not read.</param>
internal sealed class ConfidenceModel(bool isRead = false, bool isEnglish = true)
{
    public double Bias { get; } =
        isRead ? -1.2
        : isEnglish ? -2.695
        : -2.095;

    public double Coverage { get; } = isRead ? 0.5 : 3.23;
    public double NegationMissing { get; } = isRead ? -0.6 : -3.69;
    public double NamesMissing { get; } = isRead ? -0.27 : -0.83;
    public double QuestionTerms { get; } = isRead ? 0.1 : 0.238;
    public double HeaviestMissing { get; } = isRead ? -0.12 : -0.160;
    public double NumbersMissing { get; } = isRead ? -0.35 : -0.866;
    public double Reading { get; } = isRead ? 0.48 : 0;
    public double Lead { get; } = isRead ? 0.15 : 0;
    public double Similarity { get; } = isRead ? 1.4 : 0;

    /// <summary>A probability, 0 to 1.</summary>
    public double Probability(in ConfidenceFeatures features)
    {
        double logit =
            Bias
            + (Coverage * features.Coverage)
            + (NegationMissing * features.NegationMissing)
            + (NamesMissing * features.NamesMissing)
            + (QuestionTerms * features.QuestionTerms)
            + (HeaviestMissing * features.HeaviestMissing)
            + (NumbersMissing * features.NumbersMissing)
            + (Reading * features.Reading)
            + (Lead * features.Lead)
            + (Similarity * features.Similarity);
        return 1 / (1 + Math.Exp(-logit));
    }
}
