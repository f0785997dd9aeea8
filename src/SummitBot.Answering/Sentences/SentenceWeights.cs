using SummitBot.Core.Answers.Parts;

namespace SummitBot.Answering.Sentences;

/// <summary>
/// What each feature of a sentence is worth, and the part that it belongs to: rounded from a conditional logit over the
/// development questions of SQuAD 2.0 and of XQuAD in English and Spanish. <c>summitbot eval</c> with <c>--fit</c> fits it
/// anew, and says how weights fitted to other articles do.
/// </summary>
internal sealed class SentenceWeights(AnswerParts parts)
{
    public double Coverage { get; } = parts.Weigh(AnswerPart.Stems, 1.5);
    public double PrefixCoverage { get; } = parts.Weigh(AnswerPart.WordFamilies, 2.2);
    public double ExactCoverage { get; } = parts.Weigh(AnswerPart.ExactForms, 2.4);
    public double PassageScore { get; } = parts.Weigh(AnswerPart.PassageRanking, 3.5);
    public double PassageRank { get; } = parts.Weigh(AnswerPart.PassageRanking, -0.05);
    public double PreviousCoverage { get; } = parts.Weigh(AnswerPart.Neighbours, 3.6);
    public double NextCoverage { get; } = parts.Weigh(AnswerPart.Neighbours, 1.6);
    public double TitleCoverage { get; } = parts.Weigh(AnswerPart.Titles, 3.3);
    public double TypeHit { get; } = parts.Weigh(AnswerPart.AnswerTypes, 0.14);
    public double TypeFit { get; } = parts.Weigh(AnswerPart.AnswerTypes, 1.6);
    public double Definition { get; } = parts.Weigh(AnswerPart.Definitions, 9);
    public double PassageCoverage { get; } = parts.Weigh(AnswerPart.PassageWords, 2.2);
    public double PassageNamesMissing { get; } = parts.Weigh(AnswerPart.PassageWords, -1.4);
    public double PassageNumbersMissing { get; } = parts.Weigh(AnswerPart.PassageWords, -0.5);
    public double ActionCoverage { get; } = parts.Weigh(AnswerPart.Actions, 3.5);

    public double Likeness { get; } = parts.Weigh(AnswerPart.Meaning, 11.5);

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
