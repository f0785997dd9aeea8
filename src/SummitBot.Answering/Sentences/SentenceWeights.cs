using SummitBot.Core.Answers.Parts;

namespace SummitBot.Answering.Sentences;

/// <summary>
/// What each feature of a sentence is worth, and the part that it belongs to: rounded from a conditional logit over the
/// development questions of SQuAD 2.0 and of XQuAD in English and Spanish. With the reader only those that still added something
/// on questions that it was not trained on. <c>summitbot eval</c> with <c>--fit</c> fits the weights anew, and says how weights
/// fitted to other articles do.
/// </summary>
/// <param name="isRead">The weights for sentences that the reader has read.</param>
internal sealed class SentenceWeights(AnswerParts parts, bool isRead = false)
{
    public double PrefixCoverage { get; } = parts.Weigh(AnswerPart.WordFamilies, isRead ? 3 : 3.7);
    public double ExactCoverage { get; } = parts.Weigh(AnswerPart.ExactForms, isRead ? 0 : 2.4);
    public double PassageScore { get; } = parts.Weigh(AnswerPart.PassageRanking, isRead ? 1.8 : 3.5);
    public double PassageRank { get; } = parts.Weigh(AnswerPart.PassageRanking, isRead ? -0.2 : -0.05);
    public double PreviousCoverage { get; } = parts.Weigh(AnswerPart.Neighbours, isRead ? 3.5 : 3.6);
    public double TitleCoverage { get; } = parts.Weigh(AnswerPart.Titles, isRead ? 4.5 : 3.3);
    public double TypeFit { get; } = parts.Weigh(AnswerPart.AnswerTypes, isRead ? 0 : 1.6);
    public double Definition { get; } = parts.Weigh(AnswerPart.Definitions, isRead ? 4.5 : 9);
    public double PassageCoverage { get; } = parts.Weigh(AnswerPart.PassageWords, isRead ? 0 : 2.2);
    public double ActionCoverage { get; } = parts.Weigh(AnswerPart.Actions, isRead ? 0 : 3.5);
    public double Likeness { get; } = parts.Weigh(AnswerPart.Meaning, isRead ? 11 : 11.5);
    public double Reading { get; } = parts.Weigh(AnswerPart.Reading, isRead ? 0.8 : 0);

    public double Score(in SentenceFeatures features) =>
        (PrefixCoverage * features.PrefixCoverage)
        + (ExactCoverage * features.ExactCoverage)
        + (PassageScore * features.PassageScore)
        + (PassageRank * features.PassageRank)
        + (PreviousCoverage * features.PreviousCoverage)
        + (TitleCoverage * features.TitleCoverage)
        + (TypeFit * features.TypeFit)
        + (Definition * features.Definition)
        + (PassageCoverage * features.PassageCoverage)
        + (ActionCoverage * features.ActionCoverage)
        + (Likeness * features.Likeness)
        + (Reading * features.Reading);
}
