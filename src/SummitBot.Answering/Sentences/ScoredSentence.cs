namespace SummitBot.Answering.Sentences;

/// <summary>A candidate with its features and score.</summary>
internal sealed record ScoredSentence(CandidateSentence Sentence, SentenceFeatures Features, double Score)
{
    /// <summary>How well it matches the time expressions of the question.</summary>
    public NewsFeatures News { get; init; }
}
