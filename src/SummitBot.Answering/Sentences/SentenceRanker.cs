using SummitBot.Answering.Questions;

namespace SummitBot.Answering.Sentences;

/// <summary>Orders sentences by how likely they hold the answer.</summary>
internal static class SentenceRanker
{
    /// <summary>Best first; ties in the order of passages.</summary>
    public static IReadOnlyList<ScoredSentence> Rank(
        AnalyzedQuestion question,
        IReadOnlyList<CandidateSentence> candidates,
        double bestScore
    ) =>
        [
            .. candidates
                .Select(c =>
                {
                    SentenceFeatures features = SentenceFeatureExtractor.Extract(question, c, bestScore);
                    return new ScoredSentence(c, features, SentenceWeights.Score(features));
                })
                .OrderByDescending(s => s.Score),
        ];
}
