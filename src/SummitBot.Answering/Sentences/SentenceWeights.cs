using SummitBot.Core.Answers.Parts;

namespace SummitBot.Answering.Sentences;

/// <summary>
/// What each feature of a sentence is worth, and the part that it belongs to: constants rounded from a conditional logit
/// over SQuAD 2.0 and XQuAD development questions; round numbers did as well there on articles not seen as the fitted ones.
/// </summary>
internal sealed class SentenceWeights(AnswerParts parts)
{
    public double Coverage { get; } = parts.Weigh(AnswerPart.Stems, 3);
    public double PrefixCoverage { get; } = parts.Weigh(AnswerPart.WordFamilies, 3);
    public double ExactCoverage { get; } = parts.Weigh(AnswerPart.ExactForms, 3);
    public double PassageScore { get; } = parts.Weigh(AnswerPart.PassageRanking, 3);
    public double PassageRank { get; } = parts.Weigh(AnswerPart.PassageRanking, -0.2);
    public double PreviousCoverage { get; } = parts.Weigh(AnswerPart.Neighbours, 4.5);
    public double NextCoverage { get; } = parts.Weigh(AnswerPart.Neighbours, 2.5);
    public double TitleCoverage { get; } = parts.Weigh(AnswerPart.Titles, 3);
    public double TypeHit { get; } = parts.Weigh(AnswerPart.AnswerTypes, 1);
    public double TypeFit { get; } = parts.Weigh(AnswerPart.AnswerTypes, 2);
    public double Definition { get; } = parts.Weigh(AnswerPart.Definitions, 2.5);
    public double PassageCoverage { get; } = parts.Weigh(AnswerPart.PassageWords, 2.2);
    public double PassageNamesMissing { get; } = parts.Weigh(AnswerPart.PassageWords, -1);
    public double PassageNumbersMissing { get; } = parts.Weigh(AnswerPart.PassageWords, -2.2);
    public double ActionCoverage { get; } = parts.Weigh(AnswerPart.Actions, 2.2);

    public double Likeness { get; } = parts.Weigh(AnswerPart.Meaning, 15);

    public double Score(in SentenceFeatures features) =>
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
        + (Definition * features.Definition)
        + (PassageCoverage * features.PassageCoverage)
        + (ActionCoverage * features.ActionCoverage)
        + (PassageNamesMissing * features.PassageNamesMissing)
        + (PassageNumbersMissing * features.PassageNumbersMissing)
        + (Likeness * features.Likeness);
}
