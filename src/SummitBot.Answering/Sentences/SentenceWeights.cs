namespace SummitBot.Answering.Sentences;

/// <summary>
/// What each feature of a sentence is worth: rounded from a conditional logit over the
/// development questions of SQuAD 2.0 and of XQuAD in English and Spanish. With the reader only those that still added something
/// on questions that it was not trained on. Reworded questions share few words with their answers, so with the reader words count
/// for less. <c>summitbot eval</c> with <c>--fit</c> fits the weights anew, and says how weights
/// fitted to other articles do.
/// </summary>
/// <param name="isRead">The weights for sentences that the reader has read.</param>
internal sealed class SentenceWeights(bool isRead = false)
{
    public double PrefixCoverage { get; } = isRead ? 2 : 3.7;
    public double ExactCoverage { get; } = isRead ? 0 : 2.4;
    public double PassageScore { get; } = isRead ? 1.8 : 3.5;
    public double PassageRank { get; } = isRead ? -0.1 : -0.05;
    public double PreviousCoverage { get; } = isRead ? 2.8 : 3.6;
    public double TitleCoverage { get; } = isRead ? 3 : 3.3;
    public double TypeFit { get; } = isRead ? 0 : 1.6;
    public double Definition { get; } = isRead ? 4.5 : 9;
    public double PassageCoverage { get; } = isRead ? 0 : 2.2;
    public double ActionCoverage { get; } = isRead ? 0 : 3.5;
    public double RelativeSimilarity { get; } = isRead ? 10.5 : 11.5;
    public double Reading { get; } = isRead ? 0.8 : 0;

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
