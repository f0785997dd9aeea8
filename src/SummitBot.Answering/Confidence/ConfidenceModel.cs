using SummitBot.Core.Answers.Parts;

namespace SummitBot.Answering.Confidence;

/// <summary>
/// How likely the chosen sentence answers the question: a logistic regression. With the reader it was fitted by
/// <c>summitbot eval --fit</c> to questions that the reader was not trained on, reworded ones and those of SQuAD 2.0 counting the
/// same, and its bias moved until at most 15 % of what is shown for reworded questions is wrong; without it, to SQuAD 2.0 and
/// XQuAD, and the bias for other languages than English to Spanish questions with and without their article in the corpus.
/// </summary>
/// <param name="isRead">The weights for sentences that the reader has read.</param>
/// <param name="isEnglish">The bias for questions in English; another for all others, which the reader does not read.</param>
internal sealed class ConfidenceModel(AblationSwitches ablation, bool isRead = false, bool isEnglish = true)
{
    public double Bias { get; } =
        isRead ? -1.33
        : isEnglish ? -2.905
        : -2.305;

    public double Coverage { get; } = ablation.Weigh(AblationSwitch.CoverageConfidence, isRead ? 0.5 : 3.23);
    public double NegationMissing { get; } = ablation.Weigh(AblationSwitch.NegationConfidence, isRead ? -0.8 : -3.69);
    public double NamesMissing { get; } = ablation.Weigh(AblationSwitch.NameConfidence, isRead ? -0.26 : -0.83);
    public double QuestionTerms { get; } = ablation.Weigh(AblationSwitch.LengthConfidence, isRead ? 0.05 : 0.238);
    public double HeaviestMissing { get; } = ablation.Weigh(AblationSwitch.HeaviestConfidence, isRead ? -0.05 : -0.160);
    public double NumbersMissing { get; } = ablation.Weigh(AblationSwitch.NumberConfidence, isRead ? -0.35 : -0.866);
    public double Reading { get; } = ablation.Weigh(AblationSwitch.Reading, isRead ? 0.26 : 0);
    public double ReadingLead { get; } = ablation.Weigh(AblationSwitch.Reading, isRead ? 0.12 : 0);
    public double Lead { get; } = ablation.Weigh(AblationSwitch.Reading, isRead ? 0.12 : 0);
    public double Similarity { get; } = ablation.Weigh(AblationSwitch.Meaning, isRead ? 1.76 : 0);

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
            + (ReadingLead * features.ReadingLead)
            + (Lead * features.Lead)
            + (Similarity * features.Similarity);
        return 1 / (1 + Math.Exp(-logit));
    }
}
