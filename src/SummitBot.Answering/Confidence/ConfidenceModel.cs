using SummitBot.Core.Answers.Parts;

namespace SummitBot.Answering.Confidence;

/// <summary>
/// How likely the chosen sentence answers the question: a logistic regression (L2 .003) fitted to SQuAD 2.0 development
/// questions, answerable and not, and to XQuAD questions with and without their article in the corpus. With the reader these
/// weights count less, and slope and bias are fitted by <c>summitbot eval --fit</c> to questions that it was not trained on,
/// reworded ones and those of SQuAD 2.0 alike.
/// </summary>
/// <param name="isRead">The weights for sentences that the reader has read.</param>
internal sealed class ConfidenceModel(AnswerParts parts, bool isRead = false)
{
    public double Bias { get; } = isRead ? -1.77 : -2.905;

    public double Coverage { get; } = parts.Weigh(AnswerPart.CoverageConfidence, isRead ? 0.69 : 3.23);
    public double NegationMissing { get; } = parts.Weigh(AnswerPart.NegationConfidence, isRead ? -0.8 : -3.69);
    public double NamesMissing { get; } = parts.Weigh(AnswerPart.NameConfidence, isRead ? -0.18 : -0.83);
    public double QuestionTerms { get; } = parts.Weigh(AnswerPart.LengthConfidence, isRead ? 0.05 : 0.238);
    public double HeaviestMissing { get; } = parts.Weigh(AnswerPart.HeaviestConfidence, isRead ? -0.035 : -0.160);
    public double ModifiersMissing { get; } = parts.Weigh(AnswerPart.ModifierConfidence, isRead ? -0.1 : -0.465);
    public double NumbersMissing { get; } = parts.Weigh(AnswerPart.NumberConfidence, isRead ? -0.19 : -0.866);
    public double Reading { get; } = parts.Weigh(AnswerPart.Reading, isRead ? 0.36 : 0);
    public double Unread { get; } = parts.Weigh(AnswerPart.Reading, isRead ? -0.72 : 0);
    public double ReadingLead { get; } = parts.Weigh(AnswerPart.Reading, isRead ? 0.14 : 0);
    public double Lead { get; } = parts.Weigh(AnswerPart.Reading, isRead ? 0.14 : 0);
    public double Similarity { get; } = parts.Weigh(AnswerPart.Meaning, isRead ? 0.72 : 0);

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
            + (ModifiersMissing * features.ModifiersMissing)
            + (NumbersMissing * features.NumbersMissing)
            + (Reading * features.Reading)
            + (Unread * features.Unread)
            + (ReadingLead * features.ReadingLead)
            + (Lead * features.Lead)
            + (Similarity * features.Similarity);
        return 1 / (1 + Math.Exp(-logit));
    }
}
