using SummitBot.Core.Questions;

namespace SummitBot.Answering.Sentences;

/// <summary>Ranks sentences by how likely they contain the answer.</summary>
internal sealed class SentenceRanker(SentenceWeights weights)
{
    /// <summary>Best first; ties keep the order of passages.</summary>
    public IReadOnlyList<ScoredSentence> Rank(
        AnalyzedQuestion question,
        IReadOnlyList<CandidateSentence> candidates,
        double bestScore
    ) =>
        [
            .. candidates
                .Select(c =>
                {
                    SentenceFeatures features = SentenceFeatureExtractor.Extract(question, c, bestScore);
                    return new ScoredSentence(c, features, weights.Score(features));
                })
                .OrderByDescending(s => s.Score),
        ];
}

/// <summary>A candidate with its features and score.</summary>
internal sealed record ScoredSentence(CandidateSentence Sentence, SentenceFeatures Features, double Score)
{
    /// <summary>How well it matches the time expressions of the question.</summary>
    public NewsFeatures News { get; init; }
}
