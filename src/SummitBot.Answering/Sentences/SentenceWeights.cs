using SummitBot.Core.Answers.Parts;

namespace SummitBot.Answering.Sentences;

/// <summary>
/// What each feature of a sentence is worth, and the part that it belongs to: rounded from a conditional logit over the
/// development questions of SQuAD 2.0 and of XQuAD in English and Spanish. With the reader only those that still added something
/// on questions that it was not trained on. <c>summitbot eval</c> with <c>--fit</c> fits the weights anew, and says how weights
/// fitted to other articles do.
/// </summary>
/// <param name="isRead">The weights for sentences that the reader has read.</param>
internal sealed class SentenceWeights(AblationSwitches ablation, bool isRead = false)
{
    public double PrefixCoverage { get; } = ablation.Weigh(AblationSwitch.WordFamilies, isRead ? 3 : 3.7);
    public double ExactCoverage { get; } = ablation.Weigh(AblationSwitch.ExactForms, isRead ? 0 : 2.4);
    public double PassageScore { get; } = ablation.Weigh(AblationSwitch.PassageRanking, isRead ? 1.8 : 3.5);
    public double PassageRank { get; } = ablation.Weigh(AblationSwitch.PassageRanking, isRead ? -0.2 : -0.05);
    public double PreviousCoverage { get; } = ablation.Weigh(AblationSwitch.Neighbours, isRead ? 3.5 : 3.6);
    public double TitleCoverage { get; } = ablation.Weigh(AblationSwitch.Titles, isRead ? 4.5 : 3.3);
    public double TypeFit { get; } = ablation.Weigh(AblationSwitch.AnswerTypes, isRead ? 0 : 1.6);
    public double Definition { get; } = ablation.Weigh(AblationSwitch.Definitions, isRead ? 4.5 : 9);
    public double PassageCoverage { get; } = ablation.Weigh(AblationSwitch.PassageWords, isRead ? 0 : 2.2);
    public double ActionCoverage { get; } = ablation.Weigh(AblationSwitch.Actions, isRead ? 0 : 3.5);
    public double RelativeSimilarity { get; } = ablation.Weigh(AblationSwitch.Meaning, isRead ? 11 : 11.5);
    public double Reading { get; } = ablation.Weigh(AblationSwitch.Reading, isRead ? 0.8 : 0);

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
        + (RelativeSimilarity * features.RelativeSimilarity)
        + (Reading * features.Reading);
}
