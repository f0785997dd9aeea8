using SummitBot.Core.Answers.Parts;

namespace SummitBot.Answering.Confidence;

/// <summary>
/// How likely the chosen sentence answers the question: a logistic regression (L2 .003) fitted to SQuAD 2.0 development
/// questions, answerable and not, and to XQuAD questions with and without their article in the corpus.
/// </summary>
internal sealed class ConfidenceModel(AnswerParts parts)
{
    public const double Bias = -2.905;

    public double Coverage { get; } = parts.Weigh(AnswerPart.CoverageConfidence, 3.23);
    public double NegationMissing { get; } = parts.Weigh(AnswerPart.NegationConfidence, -3.69);
    public double NamesMissing { get; } = parts.Weigh(AnswerPart.NameConfidence, -0.83);
    public double QuestionTerms { get; } = parts.Weigh(AnswerPart.LengthConfidence, 0.238);
    public double HeaviestMissing { get; } = parts.Weigh(AnswerPart.HeaviestConfidence, -0.160);
    public double ModifiersMissing { get; } = parts.Weigh(AnswerPart.ModifierConfidence, -0.465);
    public double NumbersMissing { get; } = parts.Weigh(AnswerPart.NumberConfidence, -0.866);

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
            + (NumbersMissing * features.NumbersMissing);
        return 1 / (1 + Math.Exp(-logit));
    }
}
