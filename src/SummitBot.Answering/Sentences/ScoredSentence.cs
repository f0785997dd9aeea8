namespace SummitBot.Answering.Sentences;

/// <summary>A candidate with what it earned.</summary>
internal sealed record ScoredSentence(CandidateSentence Sentence, SentenceFeatures Features, double Score)
{
    /// <summary>How it meets what the question says of time.</summary>
    public NewsFeatures News { get; init; }
}
