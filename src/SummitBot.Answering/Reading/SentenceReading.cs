using SummitBot.Language.Sentences;

namespace SummitBot.Answering.Reading;

/// <summary>What the reader says of a sentence.</summary>
/// <param name="LogOdds">The logit that it answers less the logit that no sentence of its window does.</param>
/// <param name="ShortAnswer">The likeliest short answer in it, a range of the article's plain text; null when its place is
/// not known.</param>
/// <param name="ShortAnswerProbability">How likely the short answer is among all of this sentence, 0 to 1.</param>
internal readonly record struct SentenceReading(
    double LogOdds,
    TextRange? ShortAnswer = null,
    double ShortAnswerProbability = 0
);
