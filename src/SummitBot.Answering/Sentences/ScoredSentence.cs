namespace SummitBot.Answering.Sentences;

/// <summary>A candidate with what it earned.</summary>
internal sealed record ScoredSentence(CandidateSentence Sentence, SentenceFeatures Features, double Score);
